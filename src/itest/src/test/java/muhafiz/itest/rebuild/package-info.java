/** A document table that was lost comes back from bucket and key ring: what was destroyed does not. */
@NullMarked
package muhafiz.itest.rebuild;

import org.jspecify.annotations.NullMarked;
