package muhafiz.service.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.document.Document;
import muhafiz.domain.policy.Action;
import muhafiz.proof.tlog.TlogProof;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseAccess;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;

/** The one transaction of a receipt: look up, decide, log, prove. Unknown and out of scope cost the same and look the same. */
@ApplicationScoped
class ReceiptTurn {
    private static final String BY_CODE = "applicant.code";

    private final DocumentRows documents;
    private final CaseRows cases;
    private final CaseFields fields;
    private final CaseAccess access;
    private final Decider decider;
    private final PolicyInForce policies;
    private final AccessLog log;
    private final ReceiptProofs proofs;

    @Inject
    ReceiptTurn(
            DocumentRows documents,
            CaseRows cases,
            CaseFields fields,
            CaseAccess access,
            Decider decider,
            PolicyInForce policies,
            AccessLog log,
            ReceiptProofs proofs) {
        this.documents = documents;
        this.cases = cases;
        this.fields = fields;
        this.access = access;
        this.decider = decider;
        this.policies = policies;
        this.log = log;
        this.proofs = proofs;
    }

    /** Who wants which receipt; staff state a purpose, owners have shown the code of an application. */
    record Request(
            Caller caller, UUID document, Optional<String> number, Optional<String> purpose, Optional<String> ref) {}

    /** What came of it: the entry is written either way. */
    record Answer(boolean isAllowed, boolean isKnown, Optional<TlogProof> proof) {
        static final Answer NOT_ALLOWED = new Answer(false, false, Optional.empty());
        static final Answer UNKNOWN = new Answer(true, false, Optional.empty());
    }

    private record Paper(Document document, CaseFile file) {}

    @Transactional
    public Answer receipt(Request request) {
        Optional<Paper> found = documents
                .find(request.document())
                .flatMap(document -> cases.find(document.caseId()).map(file -> new Paper(document, file)));
        return request.caller().isStaff() ? forStaff(request, found) : forSender(request, found);
    }

    private Answer forStaff(Request request, Optional<Paper> found) {
        AccessDecision decision =
                decider.decide(request.caller(), Asked.ofLog(Action.READ_META, request.purpose(), request.ref()));
        if (!decision.isAllowed()) {
            write(request, "denied", Act.Outcome.denied(decision.rule()), Act.About.NOBODY);
            return Answer.NOT_ALLOWED;
        }
        return answer(request, found, decision);
    }

    private Answer forSender(Request request, Optional<Paper> found) {
        Optional<AccessDecision> decision = found.map(paper -> decision(request, paper));
        return answer(
                request,
                found.filter(paper -> decision.filter(AccessDecision::isAllowed).isPresent()),
                decision.orElse(new AccessDecision.Allowed(BY_CODE)));
    }

    private AccessDecision decision(Request request, Paper paper) {
        if (!request.caller().isOwner()) {
            return access.decide(request.caller(), paper.file(), CaseAccess.Wish.of(Action.READ_STATUS, paper.file()));
        }
        boolean isOwn = request.number()
                .filter(number -> fields.numberOf(paper.file()).toString().equals(number))
                .isPresent();
        return isOwn ? new AccessDecision.Allowed(BY_CODE) : new AccessDecision.Denied(BY_CODE);
    }

    private Answer answer(Request request, Optional<Paper> found, AccessDecision decision) {
        if (found.isEmpty()) {
            write(request, "denied", Act.Outcome.denied("unknown"), Act.About.NOBODY);
            return Answer.UNKNOWN;
        }
        Paper paper = found.get();
        Set<UUID> persons = Concerned.by(
                policies.policy().kind(paper.document().kind()),
                cases.parties(paper.file().id()));
        Optional<TlogProof> proof =
                request.caller().isStaff() ? proofs.closed(paper.document()) : proofs.open(paper.document(), persons);
        write(
                request,
                request.caller().isStaff() ? "read_meta" : "read_status",
                proof.isPresent() ? Act.Outcome.done(decision.rule()) : Act.Outcome.failed("not-yet"),
                new Act.About(
                        persons,
                        Optional.of(paper.document().id()),
                        Optional.of(paper.file().id())));
        return new Answer(true, true, proof);
    }

    private void write(Request request, String action, Act.Outcome outcome, Act.About about) {
        Act act = new Act(
                request.caller(),
                action,
                new Act.Ground(request.purpose().orElse(""), ""),
                outcome,
                about,
                Map.of(
                        "asked",
                        "receipt",
                        "policy",
                        Integer.toString(policies.policy().version())));
        log.write(act.with("ref", request.ref()));
    }
}
