/**
 * Who may do what with which item, for which purpose: decided from the policy alone.
 *
 * <p>An {@link muhafiz.domain.access.AccessQuestion} holds everything that matters: who asks, what they would do, to an
 * item of which class and kind, for what purpose, and the conditions and situations that the caller of this package
 * established. {@link muhafiz.domain.access.AccessDecisions} answers with the rule that decided, in one order:
 * prohibition, hold (destruction only), restriction, grant, and denied where nothing grants. It reads no clock and no
 * row, so a past decision is replayed by asking the same question of the same policy version.
 *
 * <pre>{@code
 * var question = AccessQuestion.of("case_officer", Action.READ_CONTENT)
 *         .about(Item.of("RC-TRP", "passport"))
 *         .forPurpose("P-SERVICE")
 *         .given(Condition.OWN_UNIT, Condition.ASSIGNED_CASE);
 * AccessDecisions.decide(policy, question); // Allowed[rule=case_officer.1]
 * }</pre>
 */
@NullMarked
package muhafiz.domain.access;

import org.jspecify.annotations.NullMarked;
