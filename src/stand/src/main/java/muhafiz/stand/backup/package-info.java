/**
 * Backups and what brings them back. A <em>data dump</em> is every table but the key ring's and what is rebuilt by itself; it opens
 * nothing and may live for ever. A <em>key dump</em> is the key ring with its tombstones; it lives no longer than the horizon, and then
 * opens nothing either. A <em>physical backup</em> is both at once. A <em>bucket copy</em> is the sealed objects. Take the data first and
 * the keys after it: then every row has its key.
 */
@NullMarked
package muhafiz.stand.backup;

import org.jspecify.annotations.NullMarked;
