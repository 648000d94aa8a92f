package muhafiz.service.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.document.Document;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseAccess;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;

/** The one transaction of a word about a document: look up, hold the case, decide, do, log. */
@ApplicationScoped
class PaperDesk {
    private final DocumentRows documents;
    private final CaseRows cases;
    private final CaseAccess access;
    private final PolicyInForce policies;
    private final AccessLog log;

    @Inject
    PaperDesk(DocumentRows documents, CaseRows cases, CaseAccess access, PolicyInForce policies, AccessLog log) {
        this.documents = documents;
        this.cases = cases;
        this.access = access;
        this.policies = policies;
        this.log = log;
    }

    /** A document and its case, whose row is held. */
    record Paper(Document document, CaseFile file) {}

    /**
     * What somebody asks to do.
     *
     * @param actions any of them, granted, allows it; the first is what the entry calls it
     */
    record Asked(Caller caller, UUID document, List<Action> actions, Optional<String> purpose) {
        Action action() {
            return actions.get(0);
        }
    }

    /** Does it, and tells the entry more. */
    interface Doing {
        Done to(Paper paper, Asked asked);
    }

    /**
     * What was done.
     *
     * @param besides persons whom it concerns besides those whom the document concerned before and concerns now
     */
    record Done(Map<String, String> more, Set<UUID> besides) {
        Done(Map<String, String> more) {
            this(more, Set.of());
        }
    }

    /**
     * Whether it was done: a refusal is an entry, too.
     *
     * @throws RefusedException by what is done; nothing is written then
     */
    @Transactional
    public boolean say(Asked asked, Doing doing) {
        Optional<Document> found = documents.find(asked.document());
        Optional<CaseFile> file = found.map(Document::caseId).flatMap(cases::hold);
        if (file.isEmpty()) {
            log.write(denied(asked, "unknown", Act.About.NOBODY));
            return false;
        }
        documents.hold(found.orElseThrow());
        Paper paper = new Paper(found.orElseThrow(), file.get());
        Set<UUID> concerned = new TreeSet<>(concerned(paper));
        AccessDecision decision = decide(asked, paper);
        if (!decision.isAllowed()) {
            log.write(denied(asked, decision.rule(), about(paper, concerned)));
            return false;
        }
        Document document = paper.document();
        Act.Ground ground = new Act.Ground(
                asked.purpose().orElse(document.provenance().purpose()),
                document.provenance().basis());
        Done done = doing.to(paper, asked);
        concerned.addAll(done.besides());
        Map<String, String> more = new TreeMap<>(done.more());
        more.put("asked", asked.action().word());
        log.write(new Act(
                asked.caller(),
                asked.action().word(),
                ground,
                Act.Outcome.done(decision.rule()),
                about(paper, concerned),
                more));
        return true;
    }

    /** The decision of the first action that is granted; of the first, where none is. */
    AccessDecision decide(Asked asked, Paper paper) {
        List<AccessDecision> decisions = asked.actions().stream()
                .map(action -> access.decide(asked.caller(), paper.file(), wish(asked, action, paper)))
                .toList();
        return decisions.stream().filter(AccessDecision::isAllowed).findFirst().orElse(decisions.get(0));
    }

    private static CaseAccess.Wish wish(Asked asked, Action action, Paper paper) {
        Document document = paper.document();
        CaseAccess.Wish wish = new CaseAccess.Wish(
                action,
                document.recordClass(),
                Optional.of(document.kind()),
                Optional.of(asked.purpose().orElse(document.provenance().purpose())),
                Optional.empty());
        return document.restriction().isPresent() ? wish.ofWhatIsRestricted() : wish;
    }

    /** Whom the document concerns as it is filed. */
    Set<UUID> concerned(Paper paper) {
        return Concerned.by(
                policies.policy().kind(paper.document().kind()),
                cases.parties(paper.file().id()));
    }

    private static Act.About about(Paper paper, Set<UUID> persons) {
        return new Act.About(
                persons,
                Optional.of(paper.document().id()),
                Optional.of(paper.file().id()));
    }

    private static Act denied(Asked asked, String rule, Act.About about) {
        return new Act(
                asked.caller(),
                "denied",
                Act.Ground.NONE,
                Act.Outcome.denied(rule),
                about,
                Map.of("asked", asked.action().word()));
    }

    static RefusedException unknown() {
        return new RefusedException(Refusal.NOT_FOUND, "there is no such document");
    }
}
