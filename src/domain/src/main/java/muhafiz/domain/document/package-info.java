/**
 * The document: one paper of a case, whose bytes lie sealed in the object store.
 *
 * <p>{@code received} → {@code inspected} → {@code accepted} | {@code refused(reasons)} | {@code quarantined(reason)}; any →
 * {@code destroyed} or {@code transferred}. Everything that would tell one paper from another (plaintext hash, true length, file
 * name, what it says) is sealed under the version's own leaf key; in clear are codes, dates, and length and SHA-256 of the
 * ciphertext.
 */
@NullMarked
package muhafiz.domain.document;

import org.jspecify.annotations.NullMarked;
