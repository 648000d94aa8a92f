package muhafiz.service.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Which entries somebody wants to see.
 *
 * @param whom the person or document they concern
 * @param actor who acted: a pseudonym (32 hexadecimal digits), or an account's name where a decision names it
 * @param operation the act's public word, such as {@code read_content}
 * @param from the first moment
 * @param to the first moment no more
 * @param decision the decision by which details are shown
 * @param page which of them
 */
public record LogQuestion(
        Whom whom,
        Optional<String> actor,
        Optional<String> operation,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<UUID> decision,
        Page page) {
    /** Whom the entries concern; both, either or neither. */
    public record Whom(Optional<UUID> subject, Optional<UUID> document) {
        public static final Whom ANYBODY = new Whom(Optional.empty(), Optional.empty());

        boolean isAnybody() {
            return subject.isEmpty() && document.isEmpty();
        }
    }

    /**
     * A page.
     *
     * @param after the last place already seen; empty for the beginning
     * @param limit 1 to 500
     */
    public record Page(OptionalLong after, int limit) {}

    /** Whether everything is asked for, from the beginning to the end. */
    boolean isWithoutFilter() {
        return whom.isAnybody() && actor.isEmpty() && operation.isEmpty() && from.isEmpty() && to.isEmpty();
    }

    /** The same of no other time than that. */
    LogQuestion within(LogDecision.Scope scope) {
        Instant first = from.filter(scope.from()::isBefore).orElse(scope.from());
        Instant end = to.filter(scope.to()::isAfter).orElse(scope.to());
        return new LogQuestion(whom, actor, operation, Optional.of(first), Optional.of(end), decision, page);
    }
}
