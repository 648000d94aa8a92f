package muhafiz.service.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.access.AccessDecisions;
import muhafiz.domain.access.Actor;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.casefile.CaseAccess;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseReach;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.casefile.Within;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.MonthTokens;
import muhafiz.service.policy.PolicyInForce;

/** The transactions of a border unit's question: look up, decide, log. */
@ApplicationScoped
class BorderTurn {
    /** How long somebody who was asked about counts as standing at the checkpoint. */
    private static final Duration AT_CHECKPOINT = Duration.ofMinutes(30);

    private static final Set<Condition> AT_THE_BORDER =
            EnumSet.of(Condition.SUBJECT_AT_CHECKPOINT, Condition.HIT_NO_HIT_FIRST);

    private final BorderRows rows;
    private final CaseReach reach;
    private final Finding finding;
    private final CaseRows cases;
    private final CaseFields fields;
    private final CaseAccess access;
    private final AccessLog log;
    private final MonthTokens tokens;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    BorderTurn(
            BorderRows rows,
            CaseReach reach,
            Finding finding,
            CaseRows cases,
            CaseFields fields,
            CaseAccess access,
            AccessLog log,
            MonthTokens tokens,
            PolicyInForce policies,
            InstantSource clock) {
        this.rows = rows;
        this.reach = reach;
        this.finding = finding;
        this.cases = cases;
        this.fields = fields;
        this.access = access;
        this.log = log;
        this.tokens = tokens;
        this.policies = policies;
        this.clock = clock;
    }

    /** Who asks, and why. */
    record Asking(Caller caller, Why why) {}

    /** Empty for a role that has no grant of that sort; the refusal is an entry. */
    @Transactional
    public Optional<BorderQueries.Answer> ask(Asking asking, BorderQuery query) {
        if (!isGranted(asking)) {
            log.write(entry(asking, "denied", Act.Outcome.denied(AccessDecisions.DEFAULT_DENY)));
            return Optional.empty();
        }
        Within within = reach.of(asking.caller(), Action.READ_META, asking.why(), AT_THE_BORDER);
        List<BorderRows.Hit> hits = new ArrayList<>();
        for (Candidate candidate : finding.candidates(query.sought(), within)) {
            BorderRows.Hit hit = new BorderRows.Hit(candidate.caseFile(), candidate.subject());
            Optional<Act> act = about(asking, hit, Action.SEARCH);
            act.ifPresent(one -> {
                log.write(told(one, query).with("query", query.sought().asked()));
                hits.add(hit);
            });
        }
        return Optional.of(answer(asking, query, hits));
    }

    private BorderQueries.Answer answer(Asking asking, BorderQuery query, List<BorderRows.Hit> hits) {
        UUID id = Randoms.id();
        if (hits.isEmpty()) {
            Act nobody = entry(asking, Action.SEARCH.word(), Act.Outcome.done("border.no-hit"));
            log.write(told(nobody, query)
                    .with("query", tokens.of("search", query.sought().asked())));
        } else {
            rows.keep(id, new BorderRows.Kept(asking.caller().user(), clock.instant(), hits));
        }
        return new BorderQueries.Answer(id, !hits.isEmpty());
    }

    private static Act told(Act act, BorderQuery query) {
        return act.with("checkpoint", query.checkpoint()).with("reason", query.reason());
    }

    /** What the account's own hit of the last half hour is about; nothing otherwise, which is an entry too. */
    @Transactional
    public List<BorderFields> fields(Asking asking, UUID id) {
        Instant earliest = clock.instant().minus(AT_CHECKPOINT);
        List<BorderRows.Hit> hits = rows.find(id)
                .filter(kept -> kept.account().equals(asking.caller().user())
                        && kept.at().isAfter(earliest))
                .map(BorderRows.Kept::hits)
                .orElse(List.of());
        List<BorderFields> shown = new ArrayList<>();
        hits.forEach(hit -> about(asking, hit, Action.READ_META).ifPresent(act -> {
            log.write(act.with("fields", String.join(" ", BorderFields.SHOWN)));
            shown.add(least(hit));
        }));
        if (shown.isEmpty()) {
            log.write(entry(asking, "denied", Act.Outcome.denied("unknown")));
        }
        return shown;
    }

    private BorderFields least(BorderRows.Hit hit) {
        CaseFile file = cases.find(hit.caseFile()).orElseThrow();
        List<CaseParty> person = cases.parties(file.id()).stream()
                .filter(party -> party.subjectId().equals(hit.subject()))
                .toList();
        Map<String, String> opened =
                fields.of(person).values().stream().findFirst().orElse(Map.of());
        LocalDate since = LocalDate.ofInstant(file.receivedAt(), ZoneOffset.UTC);
        return new BorderFields(file.recordClass(), file.unit(), since, opened);
    }

    /** Whether the role has a grant that begins with hit or no hit. */
    private boolean isGranted(Asking asking) {
        Actor actor = Actor.of(asking.caller().role());
        String purpose = asking.why().purpose().orElse("");
        return AccessDecisions.reach(policies.policy(), actor, Action.READ_META, purpose).stream()
                .anyMatch(reach -> reach.when().contains(Condition.HIT_NO_HIT_FIRST));
    }

    /** The entry for the person of a hit; empty where the case is gone or the policy does not let it be known. */
    private Optional<Act> about(Asking asking, BorderRows.Hit hit, Action logged) {
        return cases.find(hit.caseFile()).flatMap(file -> {
            CaseAccess.Wish wish = new CaseAccess.Wish(
                    Action.READ_META,
                    file.recordClass(),
                    Optional.empty(),
                    asking.why().purpose(),
                    asking.why().ref());
            AccessDecision decision = access.decide(asking.caller(), file, wish, AT_THE_BORDER);
            Act bare = entry(asking, logged.word(), Act.Outcome.done(decision.rule()))
                    .by(file.provenance().basis());
            Act.About person = new Act.About(Set.of(hit.subject()), Optional.empty(), Optional.of(file.id()));
            return decision.isAllowed() ? Optional.of(bare.about(person)) : Optional.empty();
        });
    }

    private Act entry(Asking asking, String action, Act.Outcome outcome) {
        Act act = new Act(
                asking.caller(),
                action,
                new Act.Ground(asking.why().purpose().orElse(""), ""),
                outcome,
                Act.About.NOBODY,
                Map.of(
                        "asked", Action.READ_META.word(),
                        "policy", Integer.toString(policies.policy().version())));
        return act.with("ref", asking.why().ref());
    }
}
