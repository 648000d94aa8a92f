package muhafiz.service.disposition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An export as it is shown.
 *
 * @param unit empty where it is every unit's
 * @param classes none where it is all
 * @param digest what approvals name: what goes, and to whose certificate
 * @param until the moment after which nothing of it is sent
 */
public record ExportView(
        UUID id,
        Optional<String> unit,
        Set<String> classes,
        Instant asOf,
        String digest,
        Instant until,
        Reach reach,
        List<Approval> approvals,
        List<Sent> sent) {
    /**
     * What is in its reach today.
     *
     * @param leftOut documents and cases that are restricted, and documents that are put aside
     */
    public record Reach(long documents, long cases, long leftOut) {}

    /** A package that was sent whole: its hash in lower-case hex, and its length encrypted. */
    public record Sent(String sha256, long bytes, int documents, int cases, Instant at) {}
}
