/**
 * Documents and their sealed descriptions.
 *
 * <p>What would tell one paper from another ({@link muhafiz.service.document.About}: true length, hash of the plaintext, media type, file
 * name) is one JSON object sealed under the version's own leaf key. The ciphertext itself carries, likewise sealed, what a lost row is
 * written anew from ({@link muhafiz.service.document.SelfDescription}). {@link muhafiz.service.document.Removal} takes objects out of the
 * bucket and remembers those that the store holds back.
 */
@NullMarked
package muhafiz.service.document;

import org.jspecify.annotations.NullMarked;
