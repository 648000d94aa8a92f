/**
 * How the policy is changed. {@code meta.approvals_required} names the roles that approve; every act is an entry with the SHA-256 of
 * what it was about.
 */
@NullMarked
package muhafiz.service.amendment;

import org.jspecify.annotations.NullMarked;
