package muhafiz.service.request;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muhafiz.domain.request.Right;
import muhafiz.domain.request.Urgency;

/**
 * A request as it comes in.
 *
 * @param subject whom it is about: an application's number or a person's id; empty where the one who asks is known by their cabinet
 * @param requester who asks, by the contract's member names
 * @param authority what lets them ask for somebody else, such as the number of a power of attorney
 * @param receivedAt when it reached the office; now, where it is not said
 * @param purpose the purpose an objection names
 * @param scope what it is to reach, in the person's words
 * @param changes what is to be corrected, as it was given
 */
public record NewRequest(
        Right right,
        Optional<String> subject,
        Map<String, String> requester,
        Capacity capacity,
        Optional<String> authority,
        String channel,
        Optional<Instant> receivedAt,
        Optional<String> language,
        Optional<String> purpose,
        Optional<String> scope,
        Optional<JsonObject> changes,
        Optional<Urgency> urgency) {
    /** What may be told of whoever asks. */
    public static final Set<String> REQUESTER =
            Set.of("surname", "givenNames", "name", "birthDate", "email", "phone", "address", "postalCode");

    public NewRequest {
        requester = Map.copyOf(requester);
    }
}
