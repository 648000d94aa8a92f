/**
 * Evidence that outlives keys and certificates: after each UTC midnight the newest checkpoint of the log is stamped by a time-stamp
 * authority, and every document that came since gets an evidence record over its ciphertext and its sealed label (RFC 4998, {@link
 * muhafiz.proof.evidence}). The first is a row of a day, the second a row of its document, gone with it; a neighbour's record needs neither.
 *
 * <p>Renewal is by the same night's work: of time stamps before the signer's certificate ends ({@code evidence.renew-before}), of hashes
 * when the setting {@code evidence.hash} names a stronger one; then the bytes are read again and held against the old record first. No
 * reading, no upload and no destruction waits for any of it.
 */
@NullMarked
package muhafiz.service.evidence;

import org.jspecify.annotations.NullMarked;
