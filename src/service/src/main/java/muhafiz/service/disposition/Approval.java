package muhafiz.service.disposition;

import java.time.Instant;

/** That somebody approved a list, and under which role. */
public record Approval(String user, String role, Instant at) {}
