package muhafiz.service.caller;

import java.util.Optional;

/**
 * What a reader states.
 *
 * @param purpose a purpose of the policy, such as {@code P-SERVICE}
 * @param ref the case, request or audit number that the grant may need
 */
public record Why(Optional<String> purpose, Optional<String> ref) {
    public static final Why NOT_STATED = new Why(Optional.empty(), Optional.empty());
}
