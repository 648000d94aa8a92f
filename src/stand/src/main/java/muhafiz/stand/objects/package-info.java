/**
 * The S3 server of one machine: S3Proxy over a folder, in a process of its own, on loopback, with signatures checked.
 * Two credentials: intake may put, get and head; the destroyer may list, head and delete. An object's file and its
 * folders are synced to disk before a PUT is answered (S3Proxy by itself writes, names and answers).
 *
 * <pre>{@code
 * BlobStore durable = new SyncedBlobStore(new FilesystemNio2BlobStore(folder), Path.of(folder));
 * BlobStore intake = new IntakeBlobStore(durable);
 * }</pre>
 */
@NullMarked
package muhafiz.stand.objects;

import org.jspecify.annotations.NullMarked;
