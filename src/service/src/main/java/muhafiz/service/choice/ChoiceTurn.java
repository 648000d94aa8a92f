package muhafiz.service.choice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseState;
import muhafiz.domain.document.Document;
import muhafiz.domain.document.FormChoice;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Caller.Assurance;
import muhafiz.service.casefile.CaseAccess;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.casefile.PartyCorrection.Change;
import muhafiz.service.choice.Choices.Asked;
import muhafiz.service.correction.Corrections;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.document.Words;
import muhafiz.service.inspect.Findings;
import muhafiz.service.keys.Keyring;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.zone.Difference;
import muhafiz.service.zone.Differences;
import muhafiz.service.zone.ReadZone;
import muhafiz.service.zone.ZoneRemarks;

/** The transactions of a choice: look up, hold the case, decide, do, log. Unknown and out of reach look the same. */
@ApplicationScoped
class ChoiceTurn {
    /** The rule by which number and code let their holder add to an open application (policy, {@code identity_check.levels}). */
    private static final String BY_CODE = "identity.L0";

    private static final Set<CaseState> ENDED = Set.of(CaseState.DECIDED, CaseState.WITHDRAWN, CaseState.CLOSED);

    private final DocumentRows documents;
    private final CaseRows cases;
    private final CaseFields fields;
    private final CaseAccess access;
    private final Keyring keyring;
    private final DocumentSeal seal;
    private final Words words;
    private final Differences differences;
    private final Corrections.Turn corrections;
    private final PolicyInForce policies;
    private final AccessLog log;
    private final InstantSource clock;

    @Inject
    ChoiceTurn(
            DocumentRows documents,
            CaseRows cases,
            CaseFields fields,
            CaseAccess access,
            Keyring keyring,
            DocumentSeal seal,
            Words words,
            Differences differences,
            Corrections.Turn corrections,
            PolicyInForce policies,
            AccessLog log,
            InstantSource clock) {
        this.documents = documents;
        this.cases = cases;
        this.fields = fields;
        this.access = access;
        this.keyring = keyring;
        this.seal = seal;
        this.words = words;
        this.differences = differences;
        this.corrections = corrections;
        this.policies = policies;
        this.log = log;
        this.clock = clock;
    }

    private record Paper(Document document, CaseFile file, String rule) {}

    /** Empty where the caller is not the person whose cabinet lodged the application; the entry is written either way. */
    @Transactional
    public Optional<List<Difference>> look(Asked asked) {
        Optional<Paper> paper = paper(asked).filter(found -> !asked.caller().isOwner());
        if (paper.isEmpty()) {
            log.write(denied(asked.caller(), Action.READ_STATUS));
            return Optional.empty();
        }
        List<Difference> found = differences(paper.get());
        log.write(act(asked.caller(), Action.READ_STATUS.word(), paper.get(), Map.of("what", "choice")));
        return Optional.of(found);
    }

    /** Whether the caller may; the entry is written either way. */
    @Transactional
    public boolean choose(Asked asked, String field, boolean takesDocument) {
        Optional<Paper> found = paper(asked);
        if (found.isEmpty()) {
            log.write(denied(asked.caller(), Action.CORRECT));
            return false;
        }
        Paper paper = found.get();
        if (ENDED.contains(paper.file().state())) {
            throw new RefusedException(Refusal.CASE_CLOSED, "the case takes no more changes");
        }
        if (takesDocument && asked.caller().isOwner()) {
            throw new RefusedException(
                    Refusal.IDENTITY_NEEDED,
                    "the form is changed by a person whom the portal knows, not by number and code");
        }
        Difference difference = differences(paper).stream()
                .filter(one -> one.field().equals(field))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        Refusal.MALFORMED, "form and document do not differ in this field", Map.of("member", "field")));
        Document document = paper.document();
        FormChoice choice = new FormChoice(
                field,
                takesDocument,
                difference.form(),
                difference.document(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        words.add(document, choice);
        if (takesDocument) {
            corrections.decided(
                    Set.of(difference.person()),
                    new Change(
                            field,
                            difference.document(),
                            document.id(),
                            asked.caller().user()));
        }
        if (differences(paper).stream().noneMatch(Difference::isOpen)) {
            document.settled(ZoneRemarks.DIFFERS);
        }
        log.write(act(
                asked.caller(),
                Action.CORRECT.word(),
                paper,
                Map.of("what", "choice", "field", field, "taken", choice.taken())));
        return true;
    }

    /** The document where the caller may choose about it, its case held. */
    private Optional<Paper> paper(Asked asked) {
        Optional<Document> document = documents.find(asked.document());
        Optional<CaseFile> file = document.map(Document::caseId).flatMap(cases::hold);
        return file.flatMap(held -> rule(asked, held, document.orElseThrow()))
                .map(rule -> new Paper(document.orElseThrow(), file.get(), rule));
    }

    private Optional<String> rule(Asked asked, CaseFile file, Document document) {
        Caller caller = asked.caller();
        if (caller.isOwner()) {
            return asked.number()
                    .filter(number -> fields.numberOf(file).toString().equals(number))
                    .map(own -> BY_CODE);
        }
        boolean isKnown = caller.isPortal()
                && caller.assurance() != Assurance.L0
                && caller.person().isPresent()
                && fields.cabinetOf(file).equals(caller.person());
        if (!isKnown) {
            return Optional.empty();
        }
        AccessDecision decision = access.decide(
                caller,
                file,
                new CaseAccess.Wish(
                        Action.INGEST,
                        document.recordClass(),
                        Optional.of(document.kind()),
                        Optional.of(file.provenance().purpose()),
                        Optional.empty()));
        return decision.isAllowed() ? Optional.of(decision.rule()) : Optional.empty();
    }

    private List<Difference> differences(Paper paper) {
        Document document = paper.document();
        try (LeafKey key = keyring.open(document.leafId())) {
            Optional<ReadZone> zone =
                    seal.findings(key, document).map(Findings::metadata).flatMap(ReadZone::of);
            return differences.of(paper.file(), document, zone);
        }
    }

    private Act act(Caller caller, String action, Paper paper, Map<String, String> more) {
        Set<UUID> persons = Concerned.by(
                policies.policy().kind(paper.document().kind()),
                cases.parties(paper.file().id()));
        return new Act(
                caller,
                action,
                new Act.Ground(
                        paper.document().provenance().purpose(),
                        paper.document().provenance().basis()),
                Act.Outcome.done(paper.rule()),
                new Act.About(
                        persons,
                        Optional.of(paper.document().id()),
                        Optional.of(paper.file().id())),
                more);
    }

    private static Act denied(Caller caller, Action asked) {
        return new Act(
                caller,
                "denied",
                Act.Ground.NONE,
                Act.Outcome.denied("unknown"),
                Act.About.NOBODY,
                Map.of("asked", asked.word(), "what", "choice"));
    }
}
