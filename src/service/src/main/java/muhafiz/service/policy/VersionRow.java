package muhafiz.service.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * A version as the archive holds it, without its text.
 *
 * @param sha256 of its text, in lower-case hex
 * @param draftedBy the account; the archive itself for the first version
 * @param publishedAt empty until it is published; the first version has none where points are open in it
 * @param inForceFrom the moment from which it is in force, until the next; empty for a draft
 */
public record VersionRow(
        int version,
        String sha256,
        String draftedBy,
        Instant draftedAt,
        Optional<Instant> publishedAt,
        Optional<Instant> inForceFrom) {

    /** Whether it is in force, was, or will be. */
    public boolean stands() {
        return inForceFrom.isPresent();
    }
}
