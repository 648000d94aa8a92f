package muhafiz.service.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import muhafiz.domain.casefile.CaseEvent;

/**
 * A case that is older than this archive.
 *
 * @param lodged as it would be lodged today, by the policy's channel for such files
 * @param oldNumber what it was called where it comes from; no two cases have the same
 * @param receivedOn the day it was received there
 * @param events what happened to it, in the order of days
 */
public record OldCase(NewCase lodged, String oldNumber, LocalDate receivedOn, List<CaseEvent.Happening> events) {
    public OldCase {
        events = events.stream()
                .sorted(Comparator.comparing(CaseEvent.Happening::on))
                .toList();
    }

    /** The beginning of the day of receipt. */
    public Instant receivedAt(ZoneId zone) {
        return receivedOn.atStartOfDay(zone).toInstant();
    }
}
