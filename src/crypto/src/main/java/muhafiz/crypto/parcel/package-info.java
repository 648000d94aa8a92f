/**
 * What leaves the archive for one receiver: CMS (RFC 5652, RFC 5083) for the holder of a certificate.
 *
 * <pre>{@code
 * var receiver = Receiver.ofPem(pem, now);
 * try (OutputStream parcel = receiver.encryptTo(out)) {
 *     parcel.write(bytes);
 * }
 * }</pre>
 *
 * <p>The content is AES-256-GCM under a key of its own, wrapped with RSAES-OAEP (SHA-256) for the certificate's key. {@code openssl cms
 * -decrypt} (3.0 or later) opens it.
 */
@NullMarked
package muhafiz.crypto.parcel;

import org.jspecify.annotations.NullMarked;
