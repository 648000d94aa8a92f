/**
 * Whether somebody may.
 *
 * <p>{@link muhafiz.service.access.Gate} asks the contract's questions in the contract's order (purpose, reference, role × purpose) before
 * anything is looked up; {@link muhafiz.service.access.Decider} puts a question to the policy in force; {@link
 * muhafiz.service.access.Attempts} counts what failed.
 */
@NullMarked
package muhafiz.service.access;

import org.jspecify.annotations.NullMarked;
