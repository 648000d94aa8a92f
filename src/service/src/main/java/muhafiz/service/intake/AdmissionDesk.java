package muhafiz.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.casefile.CaseState;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.DocumentKind;
import muhafiz.domain.policy.RecordClass;
import muhafiz.service.Refusal;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseAccess;
import muhafiz.service.casefile.CaseLookup;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.intake.Admission.Admitted;
import muhafiz.service.intake.Admission.Finding;
import muhafiz.service.intake.Admission.Past;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Restrictions;

/** The look-ups of admission, in one short transaction that ends before the body is read. */
@ApplicationScoped
class AdmissionDesk {
    private static final Set<CaseState> ENDED = Set.of(CaseState.WITHDRAWN, CaseState.CLOSED);

    /** The rule by which number and code let their holder bring documents (policy, {@code identity_check.levels}). */
    private static final String BY_CODE = "identity.L0";

    private static final String BANNED = "requests.BAN";

    private final CaseLookup cases;
    private final CaseRows rows;
    private final CaseAccess access;
    private final Restrictions restrictions;
    private final PolicyInForce policies;

    @Inject
    AdmissionDesk(
            CaseLookup cases, CaseRows rows, CaseAccess access, Restrictions restrictions, PolicyInForce policies) {
        this.cases = cases;
        this.rows = rows;
        this.access = access;
        this.restrictions = restrictions;
        this.policies = policies;
    }

    @Transactional
    public Finding look(Caller caller, String number, Optional<DocumentKind> kind) {
        Optional<CaseFile> found = cases.find(number);
        if (found.isEmpty()) {
            return new Finding.Out(Refusal.NOT_FOUND, "there is no such application", "unknown", Act.About.NOBODY);
        }
        CaseFile file = found.get();
        List<CaseParty> parties = rows.parties(file.id());
        Act.About about = new Act.About(Concerned.all(parties), Optional.empty(), Optional.of(file.id()));
        if (kind.isEmpty()) {
            return new Finding.Out(Refusal.KIND_UNKNOWN, "the policy knows no such document kind", "unknown", about);
        }
        return decide(caller, file, new Paper(kind.get(), parties, about));
    }

    private record Paper(DocumentKind kind, List<CaseParty> parties, Act.About about) {}

    private Finding decide(Caller caller, CaseFile file, Paper paper) {
        String recordClass = paper.kind().recordClass().orElse(file.recordClass());
        String rule = BY_CODE;
        if (!caller.isOwner()) {
            AccessDecision decision = decided(caller, file, paper.kind(), recordClass);
            if (!(decision instanceof AccessDecision.Allowed)) {
                return new Finding.Out(
                        Refusal.NOT_FOUND, "there is no such application", decision.rule(), paper.about());
            }
            rule = decision.rule();
        }
        if (ENDED.contains(file.state())) {
            return new Finding.Out(Refusal.CASE_CLOSED, "the case takes no more documents", rule, paper.about());
        }
        if (restrictions.banOn(file.id()).isPresent()) {
            return new Finding.Out(
                    Refusal.RESTRICTED,
                    "its person has forbidden to collect more of their data",
                    BANNED,
                    paper.about());
        }
        Set<UUID> persons = Concerned.by(Optional.of(paper.kind()), paper.parties());
        return new Finding.In(new Admitted(file.id(), paper.kind(), recordClass, persons, rule, past(file)));
    }

    /**
     * For the purpose of the file; or, where the kind has a class of its own, for that class's, such as a scan for a
     * disclosure by the staff.
     */
    private AccessDecision decided(Caller caller, CaseFile file, DocumentKind kind, String recordClass) {
        AccessDecision decision =
                access.decide(caller, file, wish(file.provenance().purpose(), kind, recordClass));
        Optional<String> own = kind.recordClass()
                .flatMap(policies.policy()::recordClass)
                .map(RecordClass::purpose)
                .filter(purpose -> decision instanceof AccessDecision.Denied && !caller.isPortal());
        return own.map(purpose -> access.decide(caller, file, wish(purpose, kind, recordClass)))
                .orElse(decision);
    }

    private Past past(CaseFile file) {
        Map<String, LocalDate> events = new TreeMap<>();
        rows.events(file.id()).forEach(event -> events.put(event.type(), event.on()));
        return new Past(file.provenance(), events);
    }

    private static CaseAccess.Wish wish(String purpose, DocumentKind kind, String recordClass) {
        return new CaseAccess.Wish(
                Action.INGEST, recordClass, Optional.of(kind.id()), Optional.of(purpose), Optional.empty());
    }
}
