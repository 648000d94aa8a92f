/**
 * Seal and open; keys, and how they die. Randomness and ciphers live below this package and nowhere else.
 *
 * <ul>
 *   <li>{@link muhafiz.crypto.keys}: a {@code LeafKey} is the unit of forgetting; wraps bind it to its place; roots are the
 *       only memory that is ever erased.
 *   <li>{@link muhafiz.crypto.seal}: Cobblestone-256 for contents and fields; {@code Ciphertext}, the only thing a store takes.
 *   <li>{@link muhafiz.crypto.token}: blind tokens for search, access codes, random ids.
 * </ul>
 *
 * Here are the two exceptions that everyone above shares: {@link muhafiz.crypto.IntegrityException} (stop, alarm) and
 * {@link muhafiz.crypto.UnavailableException} (try later). Bulk work is done by the JDK's own providers, asked for by
 * instance; Bouncy Castle does only what the JDK lacks (BCFKS, Argon2id). No provider is ever registered.
 * Wiping is best effort: Java cannot promise that no copy stays in memory, so dumps are off and swap is reported by the operator's check.
 */
@NullMarked
package muhafiz.crypto;

import org.jspecify.annotations.NullMarked;
