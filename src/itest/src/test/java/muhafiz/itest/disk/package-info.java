/**
 * Promise 2: no plaintext ever rests. Values that exist nowhere else (canaries) are sent through every opening of the
 * archive, and then every file that changed since is read: as it stands and decompressed, in every spelling that a
 * program is likely to write them in. What the scanner can see is shown first, by canaries planted where it must find
 * them.
 */
@NullMarked
package muhafiz.itest.disk;

import org.jspecify.annotations.NullMarked;
