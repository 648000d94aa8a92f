package muhafiz.service.retention;

import java.time.Instant;
import java.util.UUID;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.Prohibition;

/** What stands against the destruction of something that has reached its end. */
public sealed interface Obstacle {

    /** The rule by which it stands; one of the archive's own where the policy no longer names it: no policy lifts it in silence. */
    String rule(Policy policy);

    /** A legal hold that was not released. */
    record Held(UUID hold) implements Obstacle {
        @Override
        public String rule(Policy policy) {
            return policy.prohibitions().stream()
                    .filter(Prohibition::isHold)
                    .map(Prohibition::id)
                    .findFirst()
                    .orElse("archive.hold");
        }
    }

    /**
     * A restriction that was not lifted: what is restricted is stored (policy, {@code restriction.retention_destruction}).
     *
     * @param because what it comes from, such as a request's number
     */
    record Restricted(UUID restriction, String because, Instant since) implements Obstacle {
        @Override
        public String rule(Policy policy) {
            return "restriction.retention_destruction";
        }
    }
}
