/** How long things are kept: the plan, and what would be due on a day. */
@NullMarked
package muhafiz.api.retention;

import org.jspecify.annotations.NullMarked;
