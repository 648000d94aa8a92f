package muhafiz.service.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muhafiz.domain.policy.Policy;

/**
 * The versions that are, were or will be in force. Which one is follows from the time alone, so that all nodes, which know of a version
 * for at least its notice, turn to it at the same moment.
 *
 * @param versions at least one, in the order in which they become in force
 */
record StandingVersions(List<Standing> versions) {
    /** A version, when it was published, and the moment from which it is in force. */
    record Standing(Policy policy, Optional<Instant> publishedAt, Instant from) {
        private HeldVersion shown(boolean isInForce) {
            return new HeldVersion(policy, publishedAt, from, isInForce);
        }
    }

    StandingVersions {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no version stands");
        }
    }

    /** The newest that has begun; before all of them, the first. */
    Policy at(Instant now) {
        Standing inForce = versions.get(0);
        for (Standing one : versions) {
            inForce = one.from().isAfter(now) ? inForce : one;
        }
        return inForce.policy();
    }

    Optional<Policy> version(int version) {
        return versions.stream()
                .map(Standing::policy)
                .filter(policy -> policy.version() == version)
                .findFirst();
    }

    /** All of them, newest first. */
    List<HeldVersion> shown(Instant now) {
        int inForce = at(now).version();
        return versions.stream()
                .map(one -> one.shown(one.policy().version() == inForce))
                .sorted((one, other) -> other.inForceFrom().compareTo(one.inForceFrom()))
                .toList();
    }
}
