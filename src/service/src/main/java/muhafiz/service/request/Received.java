package muhafiz.service.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What whoever lodges a request takes home.
 *
 * @param refuseBy the last day of a refusal; empty where none is set, or none can be told yet
 * @param answerBy the last day of the answer
 * @param warnings why a day is missing
 */
public record Received(
        String number, Optional<LocalDate> refuseBy, Optional<LocalDate> answerBy, List<String> warnings) {
    public Received {
        warnings = List.copyOf(warnings);
    }
}
