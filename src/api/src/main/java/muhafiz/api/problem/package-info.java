/**
 * What went wrong, as RFC 9457 tells it: {@code type} ends in the contract's code, {@code instance} is the operation's id, and no
 * member holds personal data.
 *
 * <p>{@link muhafiz.api.problem.Problems} knows the answer for everything that can be thrown; four mappers hand it what resources
 * throw, {@link muhafiz.api.access.ErrorPage} what the container itself refuses.
 */
@NullMarked
package muhafiz.api.problem;

import org.jspecify.annotations.NullMarked;
