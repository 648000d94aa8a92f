/**
 * A lost document table written anew from bucket and key ring.
 *
 * <p>The last piece of each document carries its description, sealed under its own key. {@link muhafiz.service.rebuild.Rebuilding} walks
 * over the bucket and writes a row for every piece that has none; {@link muhafiz.service.rebuild.Rebuilds} is what persons do: ask for
 * it, look at it, and release, in two, what came of it. A destroyed document does not come back: its key is gone, and where an older key
 * ring was brought back, its tombstone in the bucket still stands.
 */
@NullMarked
package muhafiz.service.rebuild;

import org.jspecify.annotations.NullMarked;
