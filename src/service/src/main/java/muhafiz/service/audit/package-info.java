/** The log as auditors and data-protection officers read it; every page they read is itself an entry. */
@NullMarked
package muhafiz.service.audit;

import org.jspecify.annotations.NullMarked;
