/**
 * What the log shows of itself: checkpoints, tiles, proofs.
 *
 * <p>The sequencer grows the tree in the database; nobody has been shown anything by that. {@link muhafiz.service.checkpoint.Publication}
 * then lays the new bundles and tiles into the bucket, and only when they lie there it signs the tree's head, has it cosigned by witnesses
 * and shows it. So whatever size anybody was ever shown, the bucket holds every entry up to it: a database that comes back from an old copy
 * gets the missing entries from there ({@link muhafiz.service.checkpoint.CatchUp}), at their old places, before it gives out a place, and
 * the log never forks. No act waits for any of this but the receipt, and that only for a while.
 *
 * <p>The signing key is a leaf of the key ring ({@link muhafiz.service.checkpoint.LogKeys}).
 */
@NullMarked
package muhafiz.service.checkpoint;

import org.jspecify.annotations.NullMarked;
