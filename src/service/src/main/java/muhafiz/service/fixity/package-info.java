/**
 * The patrol: every object is read again within a period, at a bounded rate, and held against what its row says.
 *
 * <p>{@link muhafiz.service.fixity.FixityPatrol} takes the documents that were not looked at for the longest time, a slice at a time,
 * whichever node comes first. {@link muhafiz.service.fixity.Checkup} compares lengths and the ciphertext's SHA-256 and has every tag
 * checked; no plaintext comes of it. What is damaged is kept in a table with the copy that mends it, until it is found whole again. The
 * patrol deletes nothing and repairs nothing.
 */
@NullMarked
package muhafiz.service.fixity;

import org.jspecify.annotations.NullMarked;
