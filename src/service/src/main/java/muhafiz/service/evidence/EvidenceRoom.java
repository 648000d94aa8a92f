package muhafiz.service.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.document.Document;
import muhafiz.domain.policy.Action;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;

/** The one transaction of handing out evidence: decide, log, read. Unknown and without evidence look the same. */
@ApplicationScoped
@Transactional
class EvidenceRoom {

    private final EvidenceRows rows;
    private final DocumentRows documents;
    private final CaseRows cases;
    private final PolicyInForce policies;
    private final Decider decider;
    private final AccessLog log;

    @Inject
    EvidenceRoom(
            EvidenceRows rows,
            DocumentRows documents,
            CaseRows cases,
            PolicyInForce policies,
            Decider decider,
            AccessLog log) {
        this.rows = rows;
        this.documents = documents;
        this.cases = cases;
        this.policies = policies;
        this.decider = decider;
        this.log = log;
    }

    record Request(Caller caller, String purpose, Optional<String> ref) {}

    /** What came of it; the entry is written either way. */
    record Answer(boolean isAllowed, Optional<byte[]> record) {}

    public Answer ofDay(Request request, LocalDate day) {
        return answer(
                request, Map.of("asked", "evidence", "day", day.toString()), Act.About.NOBODY, () -> rows.ofDay(day));
    }

    public Answer checkpointOf(Request request, LocalDate day) {
        return answer(
                request,
                Map.of("asked", "stamped checkpoint", "day", day.toString()),
                Act.About.NOBODY,
                () -> rows.noteOfDay(day).map(note -> note.getBytes(StandardCharsets.UTF_8)));
    }

    public Answer ofDocument(Request request, UUID id) {
        Act.About about = documents.find(id).map(this::about).orElse(Act.About.NOBODY);
        return answer(request, Map.of("asked", "evidence"), about, () -> rows.ofDocument(id));
    }

    private Act.About about(Document document) {
        return new Act.About(
                Concerned.by(policies.policy().kind(document.kind()), cases.parties(document.caseId())),
                Optional.of(document.id()),
                Optional.of(document.caseId()));
    }

    private Answer answer(
            Request request, Map<String, String> asked, Act.About about, Supplier<Optional<byte[]>> evidence) {
        AccessDecision decision = decide(request);
        if (!decision.isAllowed()) {
            log.write(entry(request, "denied", Act.Outcome.denied(decision.rule()), about, asked));
            return new Answer(false, Optional.empty());
        }
        Optional<byte[]> record = evidence.get();
        Act.Outcome outcome = record.isPresent() ? Act.Outcome.done(decision.rule()) : Act.Outcome.denied("unknown");
        log.write(entry(request, record.isPresent() ? "read_meta" : "denied", outcome, about, asked));
        return new Answer(true, record);
    }

    private AccessDecision decide(Request request) {
        return decider.decide(
                request.caller(), Asked.ofLog(Action.READ_META, Optional.of(request.purpose()), request.ref()));
    }

    private static Act entry(
            Request request, String action, Act.Outcome outcome, Act.About about, Map<String, String> asked) {
        Act act = new Act(request.caller(), action, new Act.Ground(request.purpose(), ""), outcome, about, asked);
        return act.with("ref", request.ref());
    }
}
