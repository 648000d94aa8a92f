package muhafiz.service.access;

import java.util.Optional;
import java.util.Set;
import muhafiz.domain.access.Recipient;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Situation;

/**
 * What is asked of the policy.
 *
 * @param recordClass the item's class; empty where no record is touched
 * @param kind the document's kind, where it is a document
 * @param purpose as stated, or as the act itself serves
 * @param facts the conditions that hold now
 * @param situations what holds of what prohibitions ask about
 * @param recipient to whom something would go out
 */
public record Asked(
        Action action,
        Optional<String> recordClass,
        Optional<String> kind,
        Optional<String> purpose,
        Set<Condition> facts,
        Set<Situation> situations,
        Optional<Recipient> recipient) {
    private static final String LOG_CLASS = "RC-LOG";

    /** Of the log, and of what proves it. */
    public static Asked ofLog(Action action, Optional<String> purpose, Optional<String> ref) {
        return new Asked(
                action,
                Optional.of(LOG_CLASS),
                Optional.empty(),
                purpose,
                ref.isPresent() ? Set.of(Condition.REQUEST_OR_AUDIT_NUMBER) : Set.of());
    }

    /** Where no prohibition has anything to ask about. */
    public Asked(
            Action action,
            Optional<String> recordClass,
            Optional<String> kind,
            Optional<String> purpose,
            Set<Condition> facts) {
        this(action, recordClass, kind, purpose, facts, Set.of(), Optional.empty());
    }
}
