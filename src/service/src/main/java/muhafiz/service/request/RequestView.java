package muhafiz.service.request;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.request.RequestState;
import muhafiz.domain.request.Right;
import muhafiz.service.caller.Caller.Assurance;

/**
 * A request as the data-protection officer sees it.
 *
 * @param next the day that matters next
 * @param isLate whether the day of answering has passed while it is open
 * @param isRefusalOver whether the day of refusing has passed while it is open
 * @param outcome how it was decided
 * @param said what it says of persons, and the decision; empty where that is forgotten
 */
public record RequestView(
        UUID id,
        String number,
        Right right,
        String channel,
        Capacity capacity,
        Instant receivedAt,
        RequestState state,
        Assurance level,
        Optional<LocalDate> refuseBy,
        Optional<LocalDate> answerBy,
        Optional<LocalDate> next,
        boolean isLate,
        boolean isRefusalOver,
        Optional<String> outcome,
        Optional<String> ground,
        Optional<Instant> decidedAt,
        Optional<JsonObject> said) {

    static RequestView of(RequestRow row, Optional<JsonObject> said, LocalDate today) {
        boolean isOpen = row.state().isOpen();
        return new RequestView(
                row.id(),
                row.number(),
                row.came().right(),
                row.came().channel(),
                row.came().capacity(),
                row.came().at(),
                row.state(),
                row.level(),
                row.terms().refuseBy(),
                row.terms().answerBy(),
                isOpen ? row.terms().next(today) : Optional.empty(),
                isOpen && row.terms().isLate(today),
                isOpen && row.terms().isRefusalOver(today),
                row.end().map(end -> end.outcome().code()),
                row.end().flatMap(RequestRow.End::ground),
                row.end().map(RequestRow.End::at),
                said);
    }
}
