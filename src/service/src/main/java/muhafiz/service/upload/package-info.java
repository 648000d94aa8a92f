/**
 * Documents that come in parts, over lines that break (tus 1.0). Each part is sealed and put before it is counted, so an upload survives
 * restarts of archive, database and store, and goes on at any node. With the last part the whole goes through the same intake as any other
 * document, in the same commit; only then is the upload complete, and its parts and their key are destroyed.
 */
@NullMarked
package muhafiz.service.upload;

import org.jspecify.annotations.NullMarked;
