package muhafiz.domain.policy;

import java.util.Optional;

/**
 * A text that values rest on.
 *
 * @param read how much of it was read, where not all
 * @param temporal whether it speaks of a passing time
 */
public record Source(
        String id, String what, Authority authority, Optional<String> url, Optional<String> read, boolean temporal) {}
