/**
 * The policy as people read it, in Azerbaijani, English and Russian, from the same file that is enforced.
 *
 * <p>{@link muhafiz.domain.policy.text.PolicyText} holds chapters of plain sentences; whoever shows them chooses the
 * form. Names come from the policy, the words between them from {@link muhafiz.domain.policy.text.Phrase}. Whatever
 * nobody with authority stands behind says so.
 *
 * <pre>{@code
 * PolicyText text = PolicyText.of(policy, Language.EN);
 * text.plain(); // … Work permit (RC-WP). Kept: 5 years; counted: when the permit has expired; then: destroyed …
 * }</pre>
 */
@NullMarked
package muhafiz.domain.policy.text;

import org.jspecify.annotations.NullMarked;
