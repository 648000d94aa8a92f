/** The log's rows on a real PostgreSQL, in the service's own package. */
@NullMarked
package muhafiz.service.log;

import org.jspecify.annotations.NullMarked;
