/** Incidents over HTTP. */
@NullMarked
package muhafiz.api.incident;

import org.jspecify.annotations.NullMarked;
