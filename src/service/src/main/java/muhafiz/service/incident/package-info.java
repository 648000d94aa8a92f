/**
 * Incidents: something was read, sent or lost that should not have been. Opened by the data-protection officer; what is affected comes from
 * the log in one query.
 */
@NullMarked
package muhafiz.service.incident;

import org.jspecify.annotations.NullMarked;
