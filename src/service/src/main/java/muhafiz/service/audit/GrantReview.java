package muhafiz.service.audit;

import java.time.Instant;
import java.util.UUID;

/** Somebody's word that the grants are right. */
public record GrantReview(UUID id, Instant reviewedAt) {}
