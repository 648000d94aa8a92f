/** How fast ends are found and computed, on a real PostgreSQL. */
@NullMarked
package muhafiz.service.retention;

import org.jspecify.annotations.NullMarked;
