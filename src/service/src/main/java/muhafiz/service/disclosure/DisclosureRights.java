package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.access.AccessDecisions;
import muhafiz.domain.access.Actor;
import muhafiz.domain.access.Recipient;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.document.Document;
import muhafiz.domain.document.DocumentState;
import muhafiz.domain.document.Restriction;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Situation;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseAccess;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Restrictions;

/** Asks the policy about disclosures. Within a transaction. */
@ApplicationScoped
class DisclosureRights {
    static final String HOME = "AZE";

    private static final String CONSENT = "consent";
    private static final Set<DocumentState> STANDING =
            Set.of(DocumentState.RECEIVED, DocumentState.INSPECTED, DocumentState.ACCEPTED);

    private final CaseAccess access;
    private final Decider decider;
    private final PolicyInForce policies;
    private final DocumentRows documents;
    private final CaseRows cases;
    private final Origins origins;
    private final Restrictions restrictions;

    @Inject
    DisclosureRights(
            CaseAccess access,
            Decider decider,
            PolicyInForce policies,
            DocumentRows documents,
            CaseRows cases,
            Origins origins,
            Restrictions restrictions) {
        this.access = access;
        this.decider = decider;
        this.policies = policies;
        this.documents = documents;
        this.cases = cases;
        this.origins = origins;
        this.restrictions = restrictions;
    }

    /** A document with its case and the case's persons. */
    record Paper(Document document, CaseFile file, List<CaseParty> parties) {}

    /**
     * To whom.
     *
     * @param country empty where nobody said: then it may be any
     * @param lifting what holds for every paper of those situations that lift a prohibition
     * @param consent what was named as the person's consent
     */
    record Towards(Optional<String> country, boolean isForeign, Set<Situation> lifting, Optional<String> consent) {}

    /** Whether any grant lets this role do this for this purpose at all: asked before anything is looked up. */
    boolean isEverGranted(Wanted wanted) {
        Actor actor = new Actor(Set.of(wanted.caller().role()), Optional.empty());
        return !AccessDecisions.reach(policies.policy(), actor, wanted.action(), wanted.purpose())
                .isEmpty();
    }

    /** All of the documents, or nothing where one of them is not there. */
    Optional<List<Paper>> papers(Collection<UUID> ids) {
        List<Paper> papers = new ArrayList<>();
        for (UUID id : ids) {
            Optional<Paper> paper = documents
                    .find(id)
                    .flatMap(document -> cases.find(document.caseId())
                            .map(file -> new Paper(document, file, cases.parties(file.id()))));
            if (paper.isEmpty()) {
                return Optional.empty();
            }
            papers.add(paper.get());
        }
        return Optional.of(papers);
    }

    /** What the policy says of all of them; the first decision that is not a permission, where there is one. */
    AccessDecision decide(Wanted wanted, List<Paper> papers) {
        return decide(wanted, papers, Optional.empty());
    }

    /** The same where they would go to somebody: the prohibitions speak first. */
    AccessDecision decide(Wanted wanted, List<Paper> papers, Towards towards) {
        return decide(wanted, papers, Optional.of(towards));
    }

    private AccessDecision decide(Wanted wanted, List<Paper> papers, Optional<Towards> towards) {
        Map<UUID, Origins.Known> known = new HashMap<>();
        AccessDecision last = new AccessDecision.Denied(AccessDecisions.DEFAULT_DENY);
        for (Paper paper : papers) {
            CaseAccess.Wish wish = new CaseAccess.Wish(
                    wanted.action(),
                    paper.document().recordClass(),
                    Optional.of(paper.document().kind()),
                    Optional.of(wanted.purpose()),
                    wanted.ref());
            Set<Situation> situations = EnumSet.noneOf(Situation.class);
            keptFrom(paper, wanted.purpose()).ifPresent(any -> situations.add(Situation.RESTRICTED));
            if (towards.isPresent()) {
                situations.addAll(towards.get().lifting());
                // What is general lifts nothing that a person imposed on this one.
                if (!situations.contains(Situation.RESTRICTED) && isConsented(paper, towards.get())) {
                    situations.add(Situation.SUBJECT_CONSENT);
                }
                Origins.Known persons = known.computeIfAbsent(paper.file().id(), any -> origins.of(paper.file()));
                if (persons.hasAsylumFile()) {
                    situations.add(Situation.PERSON_HAS_OR_HAD_AN_ASYLUM_FILE);
                }
                wish = wish.to(recipient(persons, towards.get()));
            }
            last = access.decide(wanted.caller(), paper.file(), wish.in(situations));
            if (!last.isAllowed()) {
                return last;
            }
        }
        return last;
    }

    /** Whether the consent that was named is a paper of that kind in this very file, and nobody has refused it. */
    private boolean isConsented(Paper paper, Towards towards) {
        return towards.consent()
                .filter(id -> id.matches(Disclosures.RANDOM_ID))
                .map(UUID::fromString)
                .flatMap(documents::find)
                .filter(consent -> consent.kind().equals(CONSENT)
                        && consent.caseId().equals(paper.file().id())
                        && STANDING.contains(consent.state()))
                .isPresent();
    }

    /** A restriction of the document, or an objection to this purpose. */
    Optional<Restriction> keptFrom(Paper paper, String purpose) {
        return paper.document()
                .restriction()
                .or(() -> restrictions.objectedTo(paper.file().id(), Optional.of(purpose)));
    }

    private static Recipient recipient(Origins.Known persons, Towards towards) {
        return persons.recipient(towards.country(), towards.isForeign());
    }

    /** The rule by which the caller keeps the register of disclosures: who may file there. */
    Optional<String> keeps(Caller caller, String purpose) {
        AccessDecision decision = decider.decide(
                caller,
                new Asked(
                        Action.INGEST,
                        Optional.of(DisclosureSeal.CLASS),
                        Optional.empty(),
                        Optional.of(purpose),
                        Set.of()));
        return decision.isAllowed() ? Optional.of(decision.rule()) : Optional.empty();
    }
}
