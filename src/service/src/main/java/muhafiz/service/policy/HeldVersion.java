package muhafiz.service.policy;

import java.time.Instant;
import java.util.Optional;
import muhafiz.domain.policy.Policy;

/**
 * A version that is, was or will be in force.
 *
 * @param publishedAt empty where points are open in it, which only the first version may have
 * @param isInForce whether it is the one that is obeyed now
 */
public record HeldVersion(Policy policy, Optional<Instant> publishedAt, Instant inForceFrom, boolean isInForce) {}
