/**
 * What is due is proposed, approved, destroyed and told of.
 *
 * <p>{@link muhafiz.service.disposition.Proposals} freezes what has reached its end into a list with a digest; {@link
 * muhafiz.service.disposition.Approvals} takes the word of two others, and with the second one orders the destruction of whatever
 * nothing stands against by then; items may drop out, none can join. {@link muhafiz.service.disposition.Settlement} sees, after each
 * order, what became of its items, and issues the act when the last one has ended; {@link muhafiz.service.disposition.Acts} shows it.
 * What is to be archived is handed over by {@link muhafiz.service.disposition.Transfers} first. {@link
 * muhafiz.service.disposition.PreNoticing} tells units three months before.
 *
 * <pre>
 * proposed ── 2 approvals ──► approved ── every item destroyed, transferred or dropped ──► ended, with its act
 * item: frozen ──► ordered ──► destroyed          frozen ──► to-transfer ── receipt ──► ordered ──► transferred
 *       any of them but the last two ──► dropped, with the reason
 * </pre>
 */
@NullMarked
package muhafiz.service.disposition;

import org.jspecify.annotations.NullMarked;
