/** Reports of the data-protection officer. */
@NullMarked
package muhafiz.api.report;

import org.jspecify.annotations.NullMarked;
