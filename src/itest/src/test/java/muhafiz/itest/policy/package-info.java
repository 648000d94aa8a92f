/** The policy as it is changed: drafted, simulated, approved, published, in force. */
@NullMarked
package muhafiz.itest.policy;

import org.jspecify.annotations.NullMarked;
