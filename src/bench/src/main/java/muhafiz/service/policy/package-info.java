/** The policy file as the policy in force, for measurements of what obeys it. */
@NullMarked
package muhafiz.service.policy;

import org.jspecify.annotations.NullMarked;
