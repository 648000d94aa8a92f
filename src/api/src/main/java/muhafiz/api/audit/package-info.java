/** What auditors ask beside the log itself: decisions replayed, grants, and reading that stands out. */
@NullMarked
package muhafiz.api.audit;

import org.jspecify.annotations.NullMarked;
