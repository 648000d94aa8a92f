package muhafiz.service.consent;

import java.util.Map;
import java.util.Optional;
import muhafiz.domain.consent.Consent;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/**
 * A consent as it is given.
 *
 * @param email where a subscriber gets what was asked for; kept apart from the rest
 * @param language az, en or ru
 */
public record NewConsent(Consent consent, Optional<String> email, String language) {
    public NewConsent {
        if (email.filter(address -> !address.matches("[^@\\s]{1,64}@[^@\\s]{1,189}"))
                .isPresent()) {
            throw new RefusedException(Refusal.MALFORMED, "email is no address", Map.of("member", "email"));
        }
    }
}
