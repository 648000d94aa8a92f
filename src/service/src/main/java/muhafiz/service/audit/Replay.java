package muhafiz.service.audit;

import muhafiz.domain.access.AccessDecision;

/**
 * A past decision, and the answer that its policy version gives to the same question now.
 *
 * @param entry its place in the log
 * @param policyVersion the version under which it was decided and replayed
 * @param question {@link muhafiz.domain.access.QuestionWords}
 * @param recorded as the entry has it
 */
public record Replay(long entry, int policyVersion, String question, Answer recorded, Answer replayed) {
    /**
     * An answer.
     *
     * @param outcome {@code done} or {@code denied}
     * @param rule that decided
     */
    public record Answer(String outcome, String rule) {
        static Answer of(AccessDecision decision) {
            return new Answer(decision.isAllowed() ? "done" : "denied", decision.rule());
        }
    }

    /** Whether the same comes out. */
    public boolean isSame() {
        return recorded.equals(replayed);
    }
}
