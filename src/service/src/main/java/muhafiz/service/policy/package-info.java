/**
 * The policy in force: read from the configuration folder at start, checked whole, obeyed until the server ends.
 *
 * <p>No policy in force means that nothing is allowed, and says so.
 */
@NullMarked
package muhafiz.service.policy;

import org.jspecify.annotations.NullMarked;
