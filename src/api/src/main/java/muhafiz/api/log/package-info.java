/** The log, for those who watch. */
@NullMarked
package muhafiz.api.log;

import org.jspecify.annotations.NullMarked;
