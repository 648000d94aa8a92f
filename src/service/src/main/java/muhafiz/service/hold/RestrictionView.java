package muhafiz.service.hold;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A restriction that stands.
 *
 * @param request what it comes from, such as a request's number
 * @param application the number of the case it restricts, where it restricts a whole case
 * @param documents those it reaches
 */
public record RestrictionView(
        UUID id, String request, Instant since, String imposedBy, Optional<String> application, List<UUID> documents) {}
