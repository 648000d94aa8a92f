package muhafiz.domain.retention;

import java.time.LocalDate;
import java.util.Optional;
import muhafiz.domain.policy.Disposal;

/** When an item ends, by which rule, and what happens then. */
public sealed interface RetentionEnd {

    /** The class's id; with the exception's name where one applied, such as RC-REG:overstay. */
    String rule();

    /** @param end the first day on which it may be disposed of */
    record On(LocalDate end, String rule, Disposal disposal) implements RetentionEnd {}

    /** An event has yet to happen or to be dated: for the review list. */
    record Waiting(String rule, String event) implements RetentionEnd {}

    /** It holds no personal data and is kept. */
    record Kept(String rule) implements RetentionEnd {}

    default Optional<LocalDate> date() {
        return this instanceof On on ? Optional.of(on.end()) : Optional.empty();
    }
}
