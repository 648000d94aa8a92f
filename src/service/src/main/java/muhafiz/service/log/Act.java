package muhafiz.service.log;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.service.caller.Caller;

/**
 * What happened, as the log tells it.
 *
 * @param action the policy's word ({@code audit_log.events}), such as {@code read_content}
 * @param ground why it was done and by what right; empty strings where the act has none
 * @param outcome {@code done}, {@code denied}, {@code failed}; with the rule that decided
 * @param about the persons, document and case it concerns; these are only ever written sealed
 * @param more further sealed facts, codes and counts only
 */
public record Act(Caller caller, String action, Ground ground, Outcome outcome, About about, Map<String, String> more) {
    private static final String QUESTION = "question";

    /** Why, and by what right. */
    public record Ground(String purpose, String basis) {
        public static final Ground NONE = new Ground("", "");
    }

    /** How it ended, and by which rule. */
    public record Outcome(String result, String rule) {
        public static Outcome done(String rule) {
            return new Outcome("done", rule);
        }

        public static Outcome denied(String rule) {
            return new Outcome("denied", rule);
        }

        public static Outcome failed(String reason) {
            return new Outcome("failed", reason);
        }
    }

    /** Whom and what it concerns. */
    public record About(Set<UUID> persons, Optional<UUID> document, Optional<UUID> caseFile) {
        public static final About NOBODY = new About(Set.of(), Optional.empty(), Optional.empty());

        public About {
            persons = new TreeSet<>(persons);
        }
    }

    public Act {
        more = new TreeMap<>(more);
    }

    /** The same act with the legal basis of what it touched. */
    public Act by(String basis) {
        return new Act(caller, action, new Ground(ground.purpose(), basis), outcome, about, more);
    }

    /** The same act about somebody or something else. */
    public Act about(About other) {
        return new Act(caller, action, ground, outcome, other, more);
    }

    /** The same act with this fact, where there is one. */
    public Act with(String key, Optional<String> value) {
        return value.map(one -> with(key, one)).orElse(this);
    }

    public Act with(String key, String value) {
        Map<String, String> larger = new TreeMap<>(more);
        larger.put(key, value);
        return new Act(caller, action, ground, outcome, about, larger);
    }

    /**
     * The same act with what the rule that decided was asked last in this call. An entry takes it by itself; to be called at once where the
     * entry is written only after further decisions of the same call.
     */
    public Act questioned() {
        Optional<Caller.Question> question = caller.request().answeredBy(outcome.rule());
        return with(QUESTION, question.map(Caller.Question::words))
                .with("policyVersion", question.map(one -> Integer.toString(one.policyVersion())));
    }

    boolean isQuestioned() {
        return more.containsKey(QUESTION);
    }
}
