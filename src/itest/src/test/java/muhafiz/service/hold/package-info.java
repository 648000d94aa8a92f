/** Holds, restrictions and destruction at once, on a real PostgreSQL with the real schema, as the server's role. */
@NullMarked
package muhafiz.service.hold;

import org.jspecify.annotations.NullMarked;
