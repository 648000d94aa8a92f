/**
 * Where ciphertext lives: a bucket of named objects, each put once and never changed.
 *
 * <p>{@link muhafiz.store.ObjectStore} takes nothing but {@link muhafiz.crypto.seal.Ciphertext}, which only the crypto
 * room can make; so no plaintext can come here by mistake. It adds and reads. Removing is another object with another
 * credential, {@link muhafiz.store.ObjectDestroyer}: whoever breaks into intake cannot delete.
 *
 * <pre>{@code
 * try (var store = new S3ObjectStore(settings)) {
 *     var name = new ObjectName(version, "original", segment);
 *     store.put(name, ciphertext);               // durable when it returns, or an exception
 *     byte[] piece = store.read(name, 56, 16400);
 * }
 * }</pre>
 *
 * <h2>One put</h2>
 *
 * <p>One request of known length with {@code If-None-Match: *}, straight from the ciphertext's own bytes. The MinIO SDK
 * signs it (header signature over condition and SHA-256 of the body, which servers check before they store) and its HTTP
 * client carries it, but not by the SDK's {@code putObject}, which copies each body whole. No presigned URL is made:
 * there is none to leak, and a header signature is good for these bytes only.
 *
 * <p>An attempt without an answer may have stored the object. It is repeated with the same bytes; if the name is then
 * taken (412), the object is read back, and only equal bytes count as stored. What a server acknowledged with 412 must
 * therefore be as durable as what it acknowledged with 200: who embeds a server sees to it.
 *
 * <h2>When things go wrong</h2>
 *
 * <ul>
 *   <li>away, slow, overloaded: {@link muhafiz.crypto.UnavailableException}, after {@link muhafiz.store.S3Timing#attempts()};
 *   <li>wrong credential, clock, bucket, or a verb the store lacks: {@link muhafiz.store.StoreRefusedException}, at once;
 *   <li>an object that must be there is not, or is shorter: {@link muhafiz.store.MissingObjectException};
 *   <li>a random name is taken by other bytes: {@link muhafiz.store.ObjectExistsException}.
 * </ul>
 *
 * <p>Messages name verb, object and S3's own code; never a credential or a URL.
 *
 * <h2>Rights</h2>
 *
 * <p>Store: put, get, and list on the bucket (some servers answer 403 instead of 404 without it). Destroyer: list, delete,
 * get versioning, list and delete versions; and where the bucket has object lock, get its configuration, get and put an
 * object's retention, get its legal hold, and bypass governance. Nothing else of S3 is used. The last piece of a document
 * carries a {@link muhafiz.store.Label} as its only user metadata: ASCII, as some stores sign nothing else rightly.
 *
 * <h2>Locks</h2>
 *
 * <p>Governance mode only. A deletion is tried plainly, then past the lock; what is still refused and held by a lock is a
 * {@link muhafiz.store.Deletion.Remains} with the store's own date, and a refusal that no lock explains is one.
 *
 * <h2>An embedded server</h2>
 *
 * <p>{@code EmbeddedS3} of the tests starts S3Proxy 4.1.0 inside a JVM over a folder; the exclusions in the pom leave what
 * its file-system backend needs. {@code new FilesystemNio2BlobStore(folder)} directly, as {@code BlobStores} would load
 * every other backend; two credentials by a {@code BlobStoreLocator}; a bucket is a subfolder. While a put runs, and after
 * a crash in it, its temporary file {@code <name>-<uuid>} shows in listings.
 */
@NullMarked
package muhafiz.store;

import org.jspecify.annotations.NullMarked;
