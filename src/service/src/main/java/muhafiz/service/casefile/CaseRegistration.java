package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.calendar.Deadline;
import muhafiz.domain.casefile.ApplicationNumber;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.casefile.Provenance;
import muhafiz.domain.casefile.SealedFields;
import muhafiz.domain.subject.DataSubject;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.config.Settings;
import muhafiz.service.keys.Shelf;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.retention.EndDates;
import muhafiz.service.statistics.Tallies;

/** Writes a new case: rows, keys, index and log entry in one transaction. */
@ApplicationScoped
class CaseRegistration {
    private final CaseRows rows;
    private final CaseLookup lookup;
    private final NewFields sealing;
    private final NumberIndex index;
    private final EndDates ends;
    private final Tallies tallies;
    private final LostCards cards;
    private final AccessLog log;
    private final Settings settings;
    private final InstantSource clock;

    @Inject
    CaseRegistration(
            CaseRows rows,
            CaseLookup lookup,
            NewFields sealing,
            NumberIndex index,
            EndDates ends,
            Tallies tallies,
            LostCards cards,
            AccessLog log,
            Settings settings,
            InstantSource clock) {
        this.rows = rows;
        this.lookup = lookup;
        this.sealing = sealing;
        this.index = index;
        this.ends = ends;
        this.tallies = tallies;
        this.cards = cards;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What the case is known by, when it must be decided, and the rule that let it in.
     *
     * @param period under which a loader counts it; the month of receipt where empty
     */
    record Names(
            ApplicationNumber number, String accessCodeHash, Deadline deadline, String rule, Optional<String> period) {}

    @Transactional
    public void register(Caller caller, NewCase lodged, CasePlan plan, Names names) {
        if (names.period().isEmpty()) {
            cards.requireNew(plan, lodged);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        UUID caseId = Randoms.id();
        Shelf shelf = Shelf.of(plan.recordClass().id(), now);
        Provenance provenance = plan.provenance(lodged.source());
        SealedFields shared =
                sealing.ofCase(caseId, NewFields.shared(caller, lodged, names.number(), plan.filedLate()), shelf);
        CaseFile.Receipted receipted =
                new CaseFile.Receipted(now, provenance, names.deadline().date(), names.accessCodeHash());
        CaseFile.CaseSubject subject = subject(lodged, plan);
        rows.add(new CaseFile(caseId, subject, receipted, shared));
        Set<UUID> persons = addParties(caseId, lodged, shelf, now);
        rows.flush();
        ends.ofCase(caseId);
        index.add(caseId, names.number(), caller.person(), lodged.parties());
        tallies.count(new Tallies.Counted(
                caseId,
                lodged.service(),
                plan.recordClass().id(),
                lodged.unit(),
                now,
                names.period(),
                subject.arisesFrom()));
        log.write(new Act(
                caller,
                "ingest",
                new Act.Ground(provenance.purpose(), provenance.basis()),
                Act.Outcome.done(names.rule()),
                new Act.About(persons, Optional.empty(), Optional.of(caseId)),
                Map.of("what", "application", "policy", Integer.toString(plan.policyVersion()))));
    }

    private CaseFile.CaseSubject subject(NewCase lodged, CasePlan plan) {
        Optional<UUID> parent = lodged.arisesFrom().map(this::known);
        return new CaseFile.CaseSubject(
                lodged.service(),
                plan.recordClass().id(),
                lodged.unit(),
                settings.optional("assign." + lodged.unit()),
                parent);
    }

    private UUID known(String number) {
        return lookup.find(number)
                .map(CaseFile::id)
                .orElseThrow(() -> new RefusedException(Refusal.MALFORMED, "arisesFrom names no case"));
    }

    private Set<UUID> addParties(UUID caseId, NewCase lodged, Shelf shelf, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Shelf joining = Shelf.of("person", now);
        Set<UUID> persons = new LinkedHashSet<>();
        for (NewParty party : lodged.parties()) {
            UUID subjectId = Randoms.id();
            UUID partyId = Randoms.id();
            rows.add(new DataSubject(subjectId, sealing.ofSubject(subjectId, joining), today));
            SealedFields fields = sealing.ofParty(partyId, party, shelf);
            rows.add(new CaseParty(partyId, caseId, new CaseParty.Person(subjectId, party.role()), fields));
            persons.add(subjectId);
        }
        return persons;
    }
}
