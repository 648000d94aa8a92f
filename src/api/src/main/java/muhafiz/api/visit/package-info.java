/** One HTTP call in its course, from the first filter to the last line in the server's log. */
@NullMarked
package muhafiz.api.visit;

import org.jspecify.annotations.NullMarked;
