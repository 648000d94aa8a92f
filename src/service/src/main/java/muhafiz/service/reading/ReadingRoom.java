package muhafiz.service.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.document.Document;
import muhafiz.domain.document.Restriction;
import muhafiz.domain.policy.Action;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseAccess;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.document.About;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.document.Validities;
import muhafiz.service.keys.Keyring;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.malware.Scanner;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Restrictions;

/** The one transaction of a reading: look up, decide, log. Unknown and out of scope cost the same and look the same. */
@ApplicationScoped
class ReadingRoom {
    private final DocumentRows documents;
    private final CaseRows cases;
    private final CaseAccess access;
    private final Restrictions restrictions;
    private final AccessLog log;
    private final Keyring keyring;
    private final DocumentSeal seal;
    private final Descriptions descriptions;
    private final Validities validities;
    private final PolicyInForce policies;
    private final HeldOutputs outputs;
    private final Scanner scanner;

    @Inject
    ReadingRoom(
            DocumentRows documents,
            CaseRows cases,
            CaseAccess access,
            Restrictions restrictions,
            AccessLog log,
            Keyring keyring,
            DocumentSeal seal,
            Descriptions descriptions,
            Validities validities,
            PolicyInForce policies,
            HeldOutputs outputs,
            Scanner scanner) {
        this.documents = documents;
        this.cases = cases;
        this.access = access;
        this.restrictions = restrictions;
        this.log = log;
        this.keyring = keyring;
        this.seal = seal;
        this.descriptions = descriptions;
        this.validities = validities;
        this.policies = policies;
        this.outputs = outputs;
        this.scanner = scanner;
    }

    /** Who wants what of which document, and why. */
    record Request(Caller caller, UUID document, Action action, String purpose, Optional<String> ref, Part part) {
        private Request to(Action other) {
            return new Request(caller, document, other, purpose, ref, part);
        }
    }

    /** Which part of it is asked for, as its entry names it: the whole, or something of a page that the sandbox is to draw. */
    record Part(Optional<String> ofPage) {
        static final Part WHOLE = new Part(Optional.empty());

        /** What keeps the machine from the document, though its bytes may be read. */
        private Optional<String> keptFrom(Document document) {
            return ofPage.flatMap(page -> switch (document.state()) {
                case RECEIVED -> Optional.of("unread");
                case QUARANTINED -> Optional.of("quarantined");
                case INSPECTED, ACCEPTED, REFUSED, DESTROYED, TRANSFERRED -> Optional.empty();
            });
        }
    }

    /** What came of it: the entry is written either way. */
    sealed interface Answer<T> {
        record Shown<T>(T what) implements Answer<T> {}

        /** Unknown to this caller, or out of scope. */
        record Unknown<T>() implements Answer<T> {}

        /** Told to one who could see it were it not restricted. */
        record Restricted<T>(Restriction restriction) implements Answer<T> {}

        /** Kept back from everybody. */
        record NotSafe<T>(String reason) implements Answer<T> {}

        /** May be read, but not drawn. */
        record NotDrawable<T>(String reason) implements Answer<T> {}
    }

    /** Whom the policy shows no more than that, learns only whether a certificate is valid. */
    @Transactional
    public Answer<Described> describe(Request request) {
        return answer(
                request,
                (paper, granted) -> granted == Action.READ_VALIDITY ? validityOf(paper.document()) : whole(paper));
    }

    private Described whole(Paper paper) {
        try (LeafKey key = keyring.open(paper.document().leafId())) {
            return new Described.Whole(descriptions.of(paper.file(), paper.document(), key));
        }
    }

    private Described validityOf(Document document) {
        return new Described.ValidityOnly(document.id(), document.kind(), validities.of(document));
    }

    @Transactional
    public Answer<OpenedContent> open(Request request) {
        return answer(request, (paper, granted) -> content(paper.document()));
    }

    /** The content, and whose it is. */
    record Sheets(UUID caseFile, UUID leaf, OpenedContent content) implements AutoCloseable {
        @Override
        public void close() {
            content.close();
        }
    }

    /** For the sandbox to draw. */
    @Transactional
    public Answer<Sheets> openSheets(Request request) {
        return answer(request, (paper, granted) -> {
            Document document = paper.document();
            return new Sheets(document.caseId(), document.leafId(), content(document));
        });
    }

    private OpenedContent content(Document document) {
        LeafKey key = keyring.open(document.leafId());
        About about = seal.about(key, document);
        OpenedContent.Facts facts =
                new OpenedContent.Facts(about.mediaType(), about.length(), document.versionId(), about.fileName());
        return new OpenedContent(
                facts, key, seal.opener(key, document, about), out -> outputs.watched(out, document.leafId()));
    }

    private record Paper(Document document, CaseFile file) {}

    private <T> Answer<T> answer(Request request, BiFunction<Paper, Action, T> show) {
        Optional<Paper> found = documents
                .find(request.document())
                .flatMap(document -> cases.find(document.caseId()).map(file -> new Paper(document, file)));
        if (found.isEmpty()) {
            log.write(entry(request, "denied", Act.Outcome.denied("unknown"), Act.About.NOBODY));
            return new Answer.Unknown<>();
        }
        Paper paper = found.get();
        Request granted = narrowed(request, paper);
        AccessDecision decision = decide(granted, paper);
        if (decision.isAllowed()) {
            Document document = paper.document();
            return unsafe(granted, document)
                    .<Answer<T>>map(Answer.NotSafe::new)
                    .or(() -> granted.part().keptFrom(document).map(Answer.NotDrawable::new))
                    .orElseGet(() -> new Answer.Shown<>(show.apply(paper, granted.action())));
        }
        return keptFrom(granted, paper)
                .filter(restriction -> decision instanceof AccessDecision.Restricted)
                .<Answer<T>>map(Answer.Restricted::new)
                .orElseGet(Answer.Unknown::new);
    }

    /** The same request, or the smaller one for a certificate's validity where no more than that is granted. */
    private Request narrowed(Request request, Paper paper) {
        Request smaller = request.to(Action.READ_VALIDITY);
        boolean isNarrowed = request.action() == Action.READ_META
                && !access.decide(request.caller(), paper.file(), wish(request, paper))
                        .isAllowed()
                && access.decide(request.caller(), paper.file(), wish(smaller, paper))
                        .isAllowed();
        return isNarrowed ? smaller : request;
    }

    private AccessDecision decide(Request request, Paper paper) {
        Document document = paper.document();
        AccessDecision decision = access.decide(request.caller(), paper.file(), wish(request, paper));
        Optional<String> kept = unsafe(request, document)
                .map(reason -> "scanner." + reason)
                .or(() -> request.part().keptFrom(document).map(reason -> "pages." + reason))
                .filter(reason -> decision.isAllowed());
        boolean allowed = decision.isAllowed() && kept.isEmpty();
        String rule = kept.orElse(decision.rule());
        Act.Outcome outcome = allowed ? Act.Outcome.done(rule) : Act.Outcome.denied(rule);
        log.write(entry(request, allowed ? request.action().word() : "denied", outcome, about(paper))
                .by(document.provenance().basis()));
        return decision;
    }

    /** Why nobody gets its bytes; what is told about it is another matter. */
    private Optional<String> unsafe(Request request, Document document) {
        return request.action() == Action.READ_CONTENT ? scanner.keepsBack(document) : Optional.empty();
    }

    private CaseAccess.Wish wish(Request request, Paper paper) {
        Document document = paper.document();
        CaseAccess.Wish wish = new CaseAccess.Wish(
                request.action(),
                document.recordClass(),
                Optional.of(document.kind()),
                Optional.of(request.purpose()),
                request.ref());
        return keptFrom(request, paper).isPresent() ? wish.ofWhatIsRestricted() : wish;
    }

    /** What keeps the document from being used for the stated purpose. */
    private Optional<Restriction> keptFrom(Request request, Paper paper) {
        return paper.document()
                .restriction()
                .or(() -> restrictions.objectedTo(paper.file().id(), Optional.of(request.purpose())));
    }

    private Act.About about(Paper paper) {
        Document document = paper.document();
        List<CaseParty> parties = cases.parties(document.caseId());
        return new Act.About(
                Concerned.by(policies.policy().kind(document.kind()), parties),
                Optional.of(document.id()),
                Optional.of(document.caseId()));
    }

    private Act entry(Request request, String action, Act.Outcome outcome, Act.About about) {
        Act act = new Act(
                request.caller(),
                action,
                new Act.Ground(request.purpose(), ""),
                outcome,
                about,
                Map.of(
                        "asked", request.action().word(),
                        "policy", Integer.toString(policies.policy().version())));
        return act.with("ref", request.ref()).with("part", request.part().ofPage());
    }
}
