/** Technical data, on its way in. */
@NullMarked
package muhafiz.api.technical;

import org.jspecify.annotations.NullMarked;
