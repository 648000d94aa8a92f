package muhafiz.service.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.document.Original;
import muhafiz.service.zone.Difference;

/**
 * Everything the archive knows of a document, for somebody who may know it.
 *
 * @param metadata the archive's own terms, without those of which the zone is made
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record DocumentView(
        UUID id,
        String number,
        String kind,
        String recordClass,
        String state,
        List<String> reasons,
        RetentionView retention,
        String source,
        String channel,
        String purpose,
        String basis,
        int policyVersion,
        Instant receivedAt,
        String mediaType,
        long size,
        byte[] sha256,
        Optional<String> fileName,
        Optional<Original> original,
        Map<String, String> metadata,
        Optional<ZoneView> zone,
        List<Difference> differences,
        Map<String, List<String>> findings,
        List<Copy> copies) {
    /** The rule that ends the document's life and the day, where the day is known. */
    public record RetentionView(String rule, Optional<LocalDate> ends) {}

    /** A copy that is held: which part, in which state. */
    public record Copy(String part, String state) {}
}
