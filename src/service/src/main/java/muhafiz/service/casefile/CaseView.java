package muhafiz.service.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.casefile.Provenance;

/**
 * A case as its owner may see it (level L0: status, dates, checklist, no names, no content), and, for staff with a purpose, the rest.
 */
public record CaseView(
        String number,
        Optional<String> service,
        String recordClass,
        String unit,
        String state,
        Instant receivedAt,
        Optional<LocalDate> decideBy,
        List<ChecklistLine> checklist,
        Optional<StaffPart> staff) {
    /** What only staff with a purpose see. */
    public record StaffPart(
            Optional<String> officer,
            List<PartyView> parties,
            List<DocumentLine> documents,
            List<EventLine> events,
            boolean filedLate,
            Optional<String> oldNumber,
            Provenance provenance) {}

    /** A person's part in the case, opened. */
    public record PartyView(UUID subject, String role, Map<String, String> fields) {}

    /** A document of the case. */
    public record DocumentLine(UUID id, String kind, String state, Instant receivedAt) {}

    /**
     * An event of the case.
     *
     * @param card the new card, where one was given for a lost one
     */
    public record EventLine(
            String type, Optional<String> outcome, LocalDate on, boolean forReview, Optional<String> card) {}
}
