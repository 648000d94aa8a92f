/** Technical data of the archive's own front doors (seed 000, lines 21 to 26): what is captured, and how long it is kept. */
@NullMarked
package muhafiz.domain.technical;

import org.jspecify.annotations.NullMarked;
