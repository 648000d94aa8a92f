/**
 * Whether somebody may.
 *
 * <p>{@link muhafiz.service.access.Gate} asks the contract's questions in the contract's order (purpose, reference, role × purpose) before
 * anything is looked up; {@link muhafiz.service.access.Decider} puts a question to the policy in force; {@link
 * muhafiz.service.access.Attempts} counts what failed. {@link muhafiz.service.access.Identities} knows since when accounts are what they
 * are, and {@link muhafiz.service.access.Approver} asks it before anything that takes several persons:
 *
 * <pre>{@code
 * approver.require(caller, Set.of(proposer, firstApprover)); // in the act's transaction, once the policy allows it
 * }</pre>
 */
@NullMarked
package muhafiz.service.access;

import org.jspecify.annotations.NullMarked;
