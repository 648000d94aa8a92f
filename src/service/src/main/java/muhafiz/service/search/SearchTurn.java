package muhafiz.service.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Action;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.casefile.CaseAccess;
import muhafiz.service.casefile.CaseReach;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Concerned;
import muhafiz.service.casefile.Matches;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.MonthTokens;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.retention.Restrictions;

/** The one transaction of a search: candidates within reach, each decided by itself, each shown one an entry. */
@ApplicationScoped
class SearchTurn {
    /** Cases shown at most; whoever needs the next ones says more of the person. */
    static final int SHOWN = 20;

    private final CaseReach reach;
    private final Finding finding;
    private final CaseRows rows;
    private final CaseAccess access;
    private final Restrictions restrictions;
    private final Matches matches;
    private final AccessLog log;
    private final MonthTokens tokens;
    private final PolicyInForce policies;

    @Inject
    SearchTurn(
            CaseReach reach,
            Finding finding,
            CaseRows rows,
            CaseAccess access,
            Restrictions restrictions,
            Matches matches,
            AccessLog log,
            MonthTokens tokens,
            PolicyInForce policies) {
        this.reach = reach;
        this.finding = finding;
        this.rows = rows;
        this.access = access;
        this.restrictions = restrictions;
        this.matches = matches;
        this.log = log;
        this.tokens = tokens;
        this.policies = policies;
    }

    @Transactional
    public List<PersonMatch> find(Caller caller, Sought sought, Why why) {
        Asking asking = new Asking(caller, sought, why);
        List<Shown> shown = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (Candidate candidate : finding.candidates(sought, reach.of(caller, Action.SEARCH, why))) {
            if (shown.size() < SHOWN && seen.add(candidate.caseFile())) {
                show(asking, candidate).ifPresent(shown::add);
            }
        }
        log.writeAll(shown.stream().map(Shown::act).toList());
        if (shown.isEmpty()) {
            Act nobody = entry(asking, "denied", Act.Outcome.denied("unknown"), Act.About.NOBODY);
            log.write(nobody.with("query", tokens.of("search", sought.asked())));
        }
        return shown.stream().map(Shown::match).toList();
    }

    /** A case with its entry. */
    private record Shown(PersonMatch match, Act act) {}

    private record Asking(Caller caller, Sought sought, Why why) {}

    private Optional<Shown> show(Asking asking, Candidate candidate) {
        CaseFile file = rows.find(candidate.caseFile()).orElseThrow();
        CaseAccess.Wish wish = new CaseAccess.Wish(
                Action.SEARCH,
                file.recordClass(),
                Optional.empty(),
                asking.why().purpose(),
                asking.why().ref());
        boolean isObjected =
                restrictions.objectedTo(file.id(), asking.why().purpose()).isPresent();
        AccessDecision decision = access.decide(asking.caller(), file, isObjected ? wish.ofWhatIsRestricted() : wish);
        if (!decision.isAllowed()) {
            return Optional.empty();
        }
        Act.About about =
                new Act.About(Concerned.all(rows.parties(file.id())), Optional.empty(), Optional.of(file.id()));
        Act act = entry(asking, Action.SEARCH.word(), Act.Outcome.done(decision.rule()), about);
        PersonMatch match = new PersonMatch(matches.of(file), candidate.role(), candidate.likeness());
        return Optional.of(new Shown(
                match,
                act.by(file.provenance().basis())
                        .with("query", asking.sought().asked())
                        .questioned()));
    }

    private Act entry(Asking asking, String action, Act.Outcome outcome, Act.About about) {
        Act act = new Act(
                asking.caller(),
                action,
                new Act.Ground(asking.why().purpose().orElse(""), ""),
                outcome,
                about,
                Map.of(
                        "asked", Action.SEARCH.word(),
                        "policy", Integer.toString(policies.policy().version())));
        return act.with("ref", asking.why().ref());
    }
}
