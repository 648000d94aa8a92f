package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.document.Document;
import muhafiz.domain.document.DocumentState;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.destruction.Destruction;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.Shelf;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.malware.Scanner;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.wall.Wall;

/** The transactions of a redaction: one before the document is drawn, one that keeps what was drawn; none between. */
@ApplicationScoped
class RedactionDesk {
    static final Action ACTION = Action.DECIDE_REQUEST;

    private final RequestRows rows;
    private final RequestText text;
    private final RequestRights rights;
    private final Persons persons;
    private final RedactionRows redactions;
    private final DocumentRows documents;
    private final CaseRows cases;
    private final Destruction destruction;
    private final Keyring keyring;
    private final AccessLog log;
    private final PolicyInForce policies;
    private final Wall wall;
    private final InstantSource clock;
    private final Scanner scanner;

    @Inject
    RedactionDesk(
            RequestRows rows,
            RequestText text,
            RequestRights rights,
            Persons persons,
            RedactionRows redactions,
            DocumentRows documents,
            CaseRows cases,
            Destruction destruction,
            Keyring keyring,
            AccessLog log,
            PolicyInForce policies,
            Wall wall,
            InstantSource clock,
            Scanner scanner) {
        this.scanner = scanner;
        this.rows = rows;
        this.text = text;
        this.rights = rights;
        this.persons = persons;
        this.redactions = redactions;
        this.documents = documents;
        this.cases = cases;
        this.destruction = destruction;
        this.keyring = keyring;
        this.log = log;
        this.policies = policies;
        this.wall = wall;
        this.clock = clock;
    }

    /**
     * A document of whoever asks.
     *
     * @param rule by which the caller decides on the request
     */
    record Paper(UUID request, Document document, Set<UUID> concerned, String rule) {}

    /**
     * The document, where the request may be answered with it.
     *
     * @throws RefusedException {@code not-allowed}, {@code not-found}, {@code request-decided}, {@code not-redactable}
     */
    @Transactional
    public Paper take(Caller caller, String number, UUID document) {
        return paper(caller, number, document);
    }

    /** What was drawn. */
    record Drawn(RedactionRows.Row row, RedactionSeal.Sealed sealed, LeafKey key) {}

    /**
     * Keeps it in the place of what was drawn of the same document before, whose key is destroyed.
     *
     * @throws RefusedException as {@link #take}: the request was decided, or the document destroyed meanwhile
     */
    @Transactional
    public void keep(Caller caller, String number, Drawn drawn) {
        Paper paper = paper(caller, number, drawn.row().document());
        wall.asArchive("requests", () -> {
            redactions
                    .remove(paper.request(), drawn.row().document())
                    .ifPresent(leaf -> destruction.orderKeys("redaction", Set.of(leaf)));
            keyring.create(drawn.row().leaf(), drawn.key(), Shelf.of(RequestText.RECORD_CLASS, clock.instant()));
            redactions.add(drawn.row(), drawn.sealed().content(), clock.instant());
            return drawn;
        });
        log.write(new Act(
                caller,
                ACTION.word(),
                new Act.Ground(
                        RequestRights.PURPOSE, paper.document().provenance().basis()),
                Act.Outcome.done(paper.rule()),
                new Act.About(
                        paper.concerned(),
                        Optional.of(paper.document().id()),
                        Optional.of(paper.document().caseId())),
                Map.of(
                        "what",
                        "redaction",
                        "request",
                        number,
                        "ground",
                        drawn.row().ground(),
                        "pages",
                        Integer.toString(drawn.sealed().about().pages()))));
    }

    private Paper paper(Caller caller, String number, UUID id) {
        AccessDecision decision = rights.may(caller, ACTION, RequestRights.PURPOSE);
        if (!decision.isAllowed()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role decides on no requests");
        }
        RequestRow row = rows.lock(number).orElseThrow(RequestDesk::unknown);
        Optional<JsonObject> said = text.open(row);
        if (!row.state().isOpen() || said.isEmpty()) {
            throw new RefusedException(Refusal.REQUEST_DECIDED, "it was decided already");
        }
        if (AnswerScope.of(row.came().right()).filter(AnswerScope::isWhole).isEmpty()) {
            throw notRedactable("request", "a request of this kind hands out no documents");
        }
        Set<UUID> who = persons.same(Fields.persons(said.get()));
        return wall.asArchive("requests", () -> paper(new Asking(row.id(), who, decision.rule()), id));
    }

    private record Asking(UUID request, Set<UUID> who, String rule) {}

    /** Under the lock of its case, which destruction takes, too. */
    private Paper paper(Asking asking, UUID id) {
        documents.find(id).ifPresent(found -> cases.hold(found.caseId()));
        Document document = documents.find(id).orElseThrow(RedactionDesk::unknown);
        Set<UUID> concerned = Concerned.by(policies.policy().kind(document.kind()), cases.parties(document.caseId()));
        if (concerned.stream().noneMatch(asking.who()::contains)) {
            throw unknown();
        }
        if (scanner.isDue(document)) {
            throw notRedactable(Scanner.NOT_SCANNED, "it has not gone through the scanner yet");
        }
        if (document.state() == DocumentState.QUARANTINED) {
            throw notRedactable("quarantined", "what is in quarantine is not handed out");
        }
        return new Paper(asking.request(), document, concerned, asking.rule());
    }

    static RefusedException notRedactable(String reason, String detail) {
        return new RefusedException(Refusal.NOT_REDACTABLE, detail, Map.of("reason", reason));
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.NOT_FOUND, "whoever asks has no such document");
    }
}
