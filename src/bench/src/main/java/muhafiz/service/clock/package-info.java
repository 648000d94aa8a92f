/** A clock that is believed, for measurements of what asks. */
@NullMarked
package muhafiz.service.clock;

import org.jspecify.annotations.NullMarked;
