package muhafiz.service.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A consent that stands, and where to send what it is for.
 *
 * @param validUntil the last day; empty where it stands until it is withdrawn
 */
public record Subscription(
        UUID id,
        String purpose,
        String language,
        Optional<String> email,
        Instant givenAt,
        Optional<LocalDate> validUntil) {}
