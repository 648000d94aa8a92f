/**
 * The time-stamp authority of one machine (RFC 3161): a process of its own on loopback, with a certification authority made at the first
 * start. Its keys lie in {@code secrets/timestamp-authority} (0600), the certificate by which its stamps are believed beside them in
 * {@code secrets/timestamp-anchor}; {@code GET /crl} gives the issuer's revocation list. Its clock is the machine's, so an archive that must
 * convince others asks an authority elsewhere: {@code evidence.tsa.url} in archive.properties, and this one is not started.
 *
 * <pre>{@code
 * TimestampProgram program = new TimestampProgram(home, Ports.free(), InstantSource.system());
 * URI tsa = program.endpoint();      // http://127.0.0.1:<port>/tsa
 * }</pre>
 */
@NullMarked
package muhafiz.stand.timestamps;

import org.jspecify.annotations.NullMarked;
