/** Access in an emergency. */
@NullMarked
package muhafiz.api.emergency;

import org.jspecify.annotations.NullMarked;
