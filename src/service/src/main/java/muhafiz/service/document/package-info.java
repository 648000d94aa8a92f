/**
 * Documents and their sealed descriptions.
 *
 * <p>What would tell one paper from another ({@link muhafiz.service.document.About}: true length, hash of the plaintext, media type, file
 * name) is one JSON object sealed under the version's own leaf key, with everything needed to rebuild the row.
 */
@NullMarked
package muhafiz.service.document;

import org.jspecify.annotations.NullMarked;
