package muhafiz.service.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.retention.Retained;
import muhafiz.domain.retention.Retention;
import muhafiz.domain.retention.RetentionEnd;

/**
 * What the ends of a case and of its documents depend on.
 *
 * @param knownAction the latest action so far, though what it was may be gone
 * @param events what was stated to have happened, in any order
 */
record Life(
        UUID caseFile,
        String recordClass,
        Instant opened,
        Instant knownAction,
        List<Event> events,
        List<Paper> papers) {
    /** What an end waits for when the policy has no such class: it is on the review list, not without a rule. */
    static final String CLASS_IN_POLICY = "class-in-policy";

    private static final Set<String> PUT_ASIDE = Set.of("quarantined", "refused");
    private static final String QUARANTINE = "RC-QUAR";

    /** Something that happened on a day and was recorded at a moment. */
    record Event(String type, LocalDate on, Instant recorded) {}

    /** A document of the case. */
    record Paper(UUID id, String recordClass, String state, Instant received) {
        /** What is put aside or refused has a short rule of its own, whatever it would have become (policy, STO-6). */
        String ruledAs() {
            return PUT_ASIDE.contains(state) ? QUARANTINE : recordClass;
        }
    }

    /** An end, and of what. */
    record Ending(UUID of, Retained end) {}

    List<Ending> papersEnd(Policy policy) {
        Map<String, LocalDate> dates = dates(policy);
        List<Ending> endings = new ArrayList<>();
        for (Paper paper : papers) {
            endings.add(
                    new Ending(paper.id(), end(policy, paper.ruledAs(), of(paper.received(), zone(policy), dates))));
        }
        return endings;
    }

    Ending caseEnds(Policy policy) {
        return new Ending(caseFile, end(policy, recordClass, of(opened, zone(policy), dates(policy))));
    }

    LifeDates.Dates allDates(Policy policy) {
        Map<String, LocalDate> shared = dates(policy);
        Map<UUID, Map<String, LocalDate>> ofPapers = new HashMap<>();
        papers.forEach(paper -> ofPapers.put(paper.id(), of(paper.received(), zone(policy), shared)));
        return new LifeDates.Dates(of(opened, zone(policy), shared), ofPapers);
    }

    private static Retained end(Policy policy, String recordClass, Map<String, LocalDate> dates) {
        Optional<RecordClass> known = policy.recordClass(recordClass);
        return Retained.of(known.map(found -> Retention.endOf(found, dates))
                .orElseGet(() -> new RetentionEnd.Waiting(recordClass, CLASS_IN_POLICY)));
    }

    /** The date that counts for each trigger: what was stated, and of what was stated twice the later day. */
    private Map<String, LocalDate> dates(Policy policy) {
        Map<String, LocalDate> dates = new HashMap<>();
        events.forEach(event -> dates.merge(event.type(), event.on(), Life::later));
        dates.put("last_action", LocalDate.ofInstant(lastAction(), zone(policy)));
        return dates;
    }

    private static Map<String, LocalDate> of(Instant received, ZoneId zone, Map<String, LocalDate> dates) {
        Map<String, LocalDate> own = new HashMap<>(dates);
        LocalDate day = LocalDate.ofInstant(received, zone);
        own.put("received", day);
        own.put("captured", day);
        return own;
    }

    /** The latest upload, decision, event or payment; never a read, a search or an act of the archive. */
    Instant lastAction() {
        Stream<Instant> uploads = papers.stream().map(Paper::received);
        Stream<Instant> happenings = events.stream().map(Event::recorded);
        return Stream.concat(Stream.of(knownAction), Stream.concat(uploads, happenings))
                .reduce(opened, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static ZoneId zone(Policy policy) {
        return policy.meta().timeZone();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
