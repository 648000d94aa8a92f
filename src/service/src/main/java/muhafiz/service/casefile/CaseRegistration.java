package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
import muhafiz.service.policy.PolicyInForce;
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
    private final PolicyInForce policies;
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
            PolicyInForce policies,
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
        this.policies = policies;
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

    /**
     * A case that is older than this archive.
     *
     * @param importId by which it came
     * @param parent the case that it arises from
     */
    record Past(OldCase file, UUID importId, Optional<UUID> parent) {}

    /** The random ids of a case and of its persons, in the order of its parties. */
    record Ids(UUID caseId, List<UUID> persons) {
        static Ids fresh(NewCase lodged) {
            return new Ids(
                    Randoms.id(),
                    lodged.parties().stream().map(party -> Randoms.id()).toList());
        }
    }

    /** A case that is lodged now. */
    @Transactional
    public void register(Caller caller, NewCase lodged, CasePlan plan, Names names) {
        if (names.period().isEmpty()) {
            cards.requireNew(plan, lodged);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        JsonObject shared = NewFields.shared(caller, lodged, names.number(), plan.filedLate());
        New made = new New(Ids.fresh(lodged), now, shared, lodged.arisesFrom().map(this::known));
        add(lodged, plan, names, made);
        ends.ofCase(made.ids().caseId());
        index.add(
                made.ids().caseId(),
                IndexSource.of(names.number(), caller.person(), Optional.empty(), lodged.parties()));
        log.write(act(caller, plan, lodged, names, made.ids()));
    }

    /** A case that is older than this archive; its ends are the caller's to compute, once its documents are there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public CaseFile register(Caller caller, Past past, CasePlan plan, Names names, Ids ids) {
        NewCase lodged = past.file().lodged();
        Instant received = past.file().receivedAt(zone());
        JsonObject shared = Json.createObjectBuilder(NewFields.shared(caller, lodged, names.number(), false))
                .add(CaseFields.OLD_NUMBER, past.file().oldNumber())
                .build();
        CaseFile file = add(lodged, plan, names, new New(ids, received, shared, past.parent()));
        index.add(
                file.id(),
                IndexSource.of(
                        names.number(), caller.person(), Optional.of(past.file().oldNumber()), lodged.parties()));
        log.write(act(caller, plan, lodged, names, ids)
                .with("import", past.importId().toString()));
        return file;
    }

    private record New(Ids ids, Instant receivedAt, JsonObject shared, Optional<UUID> parent) {}

    private CaseFile add(NewCase lodged, CasePlan plan, Names names, New made) {
        UUID caseId = made.ids().caseId();
        Shelf shelf = Shelf.of(plan.recordClass().id(), made.receivedAt());
        SealedFields shared = sealing.ofCase(caseId, made.shared(), shelf);
        CaseFile.Receipted receipted = new CaseFile.Receipted(
                made.receivedAt(),
                plan.provenance(lodged.source()),
                names.deadline().date(),
                names.accessCodeHash());
        CaseFile file = new CaseFile(caseId, subject(lodged, plan, made.parent()), receipted, shared);
        rows.add(file);
        addParties(made.ids(), lodged, shelf);
        rows.flush();
        tallies.count(new Tallies.Counted(
                caseId,
                lodged.service(),
                plan.recordClass().id(),
                lodged.unit(),
                made.receivedAt(),
                names.period(),
                made.parent()));
        return file;
    }

    private static Act act(Caller caller, CasePlan plan, NewCase lodged, Names names, Ids ids) {
        Provenance provenance = plan.provenance(lodged.source());
        return new Act(
                caller,
                "ingest",
                new Act.Ground(provenance.purpose(), provenance.basis()),
                Act.Outcome.done(names.rule()),
                new Act.About(Set.copyOf(ids.persons()), Optional.empty(), Optional.of(ids.caseId())),
                Map.of("what", "application", "policy", Integer.toString(plan.policyVersion())));
    }

    private CaseFile.CaseSubject subject(NewCase lodged, CasePlan plan, Optional<UUID> parent) {
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

    private void addParties(Ids ids, NewCase lodged, Shelf shelf) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Shelf joining = Shelf.of("person", now);
        for (int i = 0; i < lodged.parties().size(); i++) {
            NewParty party = lodged.parties().get(i);
            UUID subjectId = ids.persons().get(i);
            UUID partyId = Randoms.id();
            rows.add(new DataSubject(subjectId, sealing.ofSubject(subjectId, joining), today));
            SealedFields fields = sealing.ofParty(partyId, party, shelf);
            rows.add(new CaseParty(partyId, ids.caseId(), new CaseParty.Person(subjectId, party.role()), fields));
        }
    }

    private ZoneId zone() {
        return policies.policy().meta().timeZone();
    }
}
