/** Documents on their way out: what is known of them, and their bytes, range by range. */
@NullMarked
package muhafiz.api.reading;

import org.jspecify.annotations.NullMarked;
