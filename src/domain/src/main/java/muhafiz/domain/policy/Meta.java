package muhafiz.domain.policy;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The head of a policy.
 *
 * @param version from 1
 * @param supersedes the version before, which is lower
 * @param material whether the public must be told before it takes effect
 * @param approvalsRequired roles that must approve a later version
 */
public record Meta(
        String id,
        int version,
        String title,
        OffsetDateTime effectiveFrom,
        Optional<Integer> supersedes,
        boolean material,
        ZoneId timeZone,
        List<Contact> contacts,
        List<String> approvalsRequired) {

    public Meta {
        contacts = List.copyOf(contacts);
        approvalsRequired = List.copyOf(approvalsRequired);
        if (version < 1) {
            throw new IllegalArgumentException("a version is at least 1, was " + version);
        }
        if (supersedes.isPresent() && supersedes.get() >= version) {
            throw new IllegalArgumentException("version " + version + " cannot supersede " + supersedes.get());
        }
    }

    /** How the public reaches the service; the value is open until somebody confirmed it. */
    public record Contact(String what, Optional<String> value, boolean isConfirmed) {}
}
