package muhafiz.service.search;

import java.util.UUID;

/**
 * Somebody who may be meant.
 *
 * @param role the person's part in that case
 * @param likeness 0 to 1
 */
public record Candidate(UUID caseFile, UUID subject, String role, double likeness) {}
