/** The policy in force and what the service offers, for anyone. */
@NullMarked
package muhafiz.api.policy;

import org.jspecify.annotations.NullMarked;
