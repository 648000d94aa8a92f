package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.document.Restriction;
import muhafiz.domain.policy.Action;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.casefile.CaseAccess.Wish;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.MonthTokens;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Restrictions;

/** The one transaction of looking at a case: look up, decide, log. */
@ApplicationScoped
class CaseDesk {
    private static final String BY_CODE = "identity.L0";

    private final CaseLookup lookup;
    private final CaseRows rows;
    private final CaseAccess access;
    private final CasePicture picture;
    private final Restrictions restrictions;
    private final Matches matches;
    private final AccessLog log;
    private final MonthTokens tokens;
    private final PolicyInForce policies;

    @Inject
    CaseDesk(
            CaseLookup lookup,
            CaseRows rows,
            CaseAccess access,
            CasePicture picture,
            Restrictions restrictions,
            Matches matches,
            AccessLog log,
            MonthTokens tokens,
            PolicyInForce policies) {
        this.lookup = lookup;
        this.rows = rows;
        this.access = access;
        this.picture = picture;
        this.restrictions = restrictions;
        this.matches = matches;
        this.log = log;
        this.tokens = tokens;
        this.policies = policies;
    }

    /** Status, dates and checklist. The holder of the access code was checked before. */
    @Transactional
    public Optional<CaseView> status(Caller caller, String number) {
        Seen seen = new Seen(caller, Action.READ_STATUS, Why.NOT_STATED, Query.NONE);
        return find(seen, number).flatMap(file -> {
            AccessDecision decision = caller.isOwner()
                    ? new AccessDecision.Allowed(BY_CODE)
                    : access.decide(caller, file, Wish.of(Action.READ_STATUS, file));
            return log(seen, file, decision) ? Optional.of(picture.status(file)) : Optional.empty();
        });
    }

    /**
     * What somebody gets to see of a case.
     *
     * @param restriction by which it is kept from one who could see it were it not restricted
     */
    record Look(Optional<CaseView> view, Optional<Restriction> restriction) {
        private static final Look NOTHING = new Look(Optional.empty(), Optional.empty());
    }

    /** Everything but content. */
    @Transactional
    public Look whole(Caller caller, String number, Why why) {
        Seen seen = new Seen(caller, Action.READ_META, why, Query.NONE);
        return find(seen, number).map(file -> whole(seen, file)).orElse(Look.NOTHING);
    }

    private Look whole(Seen seen, CaseFile file) {
        Why why = seen.why();
        Optional<Restriction> restriction = restrictions.standingOn(file.id(), why.purpose());
        Wish free = new Wish(Action.READ_META, file.recordClass(), Optional.empty(), why.purpose(), why.ref());
        AccessDecision decision =
                access.decide(seen.caller(), file, restriction.isPresent() ? free.ofWhatIsRestricted() : free);
        if (log(seen, file, decision)) {
            return new Look(Optional.of(picture.whole(file)), Optional.empty());
        }
        return new Look(Optional.empty(), restriction.filter(stands -> decision instanceof AccessDecision.Restricted));
    }

    /** Exactly this number, where the caller may know of it. */
    @Transactional
    public List<Match> search(Caller caller, String number, Why why) {
        Seen seen = new Seen(caller, Action.SEARCH, why, new Query(Optional.of(number)));
        return found(seen, lookup.findByAnyNumber(number))
                .filter(file -> log(seen, file, access.decide(caller, file, wish(file, why))))
                .map(file -> List.of(matches.of(file)))
                .orElse(List.of());
    }

    private Wish wish(CaseFile file, Why why) {
        Wish wish = new Wish(Action.SEARCH, file.recordClass(), Optional.empty(), why.purpose(), why.ref());
        return restrictions.objectedTo(file.id(), why.purpose()).isPresent() ? wish.ofWhatIsRestricted() : wish;
    }

    private record Seen(Caller caller, Action action, Why why, Query query) {}

    /** What was searched for: told under the keys of whom it found; where it found nobody, only as a token under the month's. */
    private record Query(Optional<String> number) {
        private static final Query NONE = new Query(Optional.empty());
    }

    private Optional<CaseFile> find(Seen seen, String number) {
        return found(seen, lookup.find(number));
    }

    private Optional<CaseFile> found(Seen seen, Optional<CaseFile> found) {
        if (found.isEmpty()) {
            Act act = entry(seen, "denied", Act.Outcome.denied("unknown"), Act.About.NOBODY);
            log.write(act.with("query", seen.query().number().map(query -> tokens.of("search", query))));
        }
        return found;
    }

    private boolean log(Seen seen, CaseFile file, AccessDecision decision) {
        boolean allowed = decision.isAllowed();
        Act.Outcome outcome = allowed ? Act.Outcome.done(decision.rule()) : Act.Outcome.denied(decision.rule());
        Act.About about =
                new Act.About(Concerned.all(rows.parties(file.id())), Optional.empty(), Optional.of(file.id()));
        Act act = entry(seen, allowed ? seen.action().word() : "denied", outcome, about)
                .by(file.provenance().basis());
        log.write(act.with("query", seen.query().number()));
        return allowed;
    }

    private Act entry(Seen seen, String action, Act.Outcome outcome, Act.About about) {
        Act act = new Act(
                seen.caller(),
                action,
                new Act.Ground(seen.why().purpose().orElse(""), ""),
                outcome,
                about,
                Map.of(
                        "asked", seen.action().word(),
                        "policy", Integer.toString(policies.policy().version())));
        return act.with("ref", seen.why().ref());
    }
}
