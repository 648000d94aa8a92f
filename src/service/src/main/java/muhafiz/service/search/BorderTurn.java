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

    /** Empty for a role that has no grant of that sort; the refusal is an entry. */
    @Transactional
    public Optional<BorderQueries.Answer> ask(Caller caller, BorderQuery query, Why why) {
        if (!isGranted(caller, why)) {
            log.write(entry(caller, "denied", why, Act.Outcome.denied(AccessDecisions.DEFAULT_DENY)));
            return Optional.empty();
        }
        List<BorderRows.Hit> hits = new ArrayList<>();
        for (Candidate candidate :
                finding.candidates(query.sought(), reach.of(caller, Action.READ_META, why, AT_THE_BORDER))) {
            CaseFile file = cases.find(candidate.caseFile()).orElseThrow();
            AccessDecision decision = decide(caller, file, why);
            if (decision.isAllowed()) {
                hits.add(new BorderRows.Hit(file.id(), candidate.subject()));
                Act act = about(caller, Action.SEARCH.word(), why, decision, file, candidate.subject());
                log.write(told(act, query).with("query", query.sought().asked()));
            }
        }
        return Optional.of(answer(caller, query, why, hits));
    }

    private BorderQueries.Answer answer(Caller caller, BorderQuery query, Why why, List<BorderRows.Hit> hits) {
        UUID id = Randoms.id();
        if (hits.isEmpty()) {
            Act nobody = entry(caller, Action.SEARCH.word(), why, Act.Outcome.done("border.no-hit"));
            log.write(told(nobody, query)
                    .with("query", tokens.of("search", query.sought().asked())));
        } else {
            rows.keep(id, new BorderRows.Kept(caller.user(), clock.instant(), hits));
        }
        return new BorderQueries.Answer(id, !hits.isEmpty());
    }

    private static Act told(Act act, BorderQuery query) {
        return act.with("checkpoint", query.checkpoint()).with("reason", query.reason());
    }

    /** What the account's own hit of the last half hour is about; nothing otherwise, which is an entry too. */
    @Transactional
    public List<BorderFields> fields(Caller caller, UUID id, Why why) {
        Instant earliest = clock.instant().minus(AT_CHECKPOINT);
        List<BorderRows.Hit> hits = rows.find(id)
                .filter(kept ->
                        kept.account().equals(caller.user()) && kept.at().isAfter(earliest))
                .map(BorderRows.Kept::hits)
                .orElse(List.of());
        List<BorderFields> shown = new ArrayList<>();
        for (BorderRows.Hit hit : hits) {
            cases.find(hit.caseFile())
                    .flatMap(file -> show(caller, file, hit.subject(), why))
                    .ifPresent(shown::add);
        }
        if (shown.isEmpty()) {
            log.write(entry(caller, "denied", why, Act.Outcome.denied("unknown")));
        }
        return shown;
    }

    private Optional<BorderFields> show(Caller caller, CaseFile file, UUID subject, Why why) {
        AccessDecision decision = decide(caller, file, why);
        Optional<CaseParty> person = cases.parties(file.id()).stream()
                .filter(party -> party.subjectId().equals(subject))
                .findFirst();
        if (!decision.isAllowed() || person.isEmpty()) {
            return Optional.empty();
        }
        Act act = about(caller, Action.READ_META.word(), why, decision, file, subject);
        log.write(act.with("fields", String.join(" ", BorderFields.SHOWN)));
        Map<String, String> opened =
                fields.of(List.of(person.get())).getOrDefault(person.get().id(), Map.of());
        LocalDate since = LocalDate.ofInstant(file.receivedAt(), ZoneOffset.UTC);
        return Optional.of(new BorderFields(file.recordClass(), file.unit(), since, opened));
    }

    /** Whether the role has a grant that begins with hit or no hit. */
    private boolean isGranted(Caller caller, Why why) {
        Actor actor = Actor.of(caller.role());
        return AccessDecisions.reach(
                        policies.policy(),
                        actor,
                        Action.READ_META,
                        why.purpose().orElse(""))
                .stream()
                .anyMatch(reach -> reach.when().contains(Condition.HIT_NO_HIT_FIRST));
    }

    private AccessDecision decide(Caller caller, CaseFile file, Why why) {
        CaseAccess.Wish wish =
                new CaseAccess.Wish(Action.READ_META, file.recordClass(), Optional.empty(), why.purpose(), why.ref());
        return access.decide(caller, file, wish, AT_THE_BORDER);
    }

    private Act about(Caller caller, String action, Why why, AccessDecision decision, CaseFile file, UUID subject) {
        Act.About about = new Act.About(Set.of(subject), Optional.empty(), Optional.of(file.id()));
        Act bare = entry(caller, action, why, Act.Outcome.done(decision.rule()));
        return new Act(caller, action, bare.ground(), bare.outcome(), about, bare.more())
                .by(file.provenance().basis());
    }

    private Act entry(Caller caller, String action, Why why, Act.Outcome outcome) {
        Act act = new Act(
                caller,
                action,
                new Act.Ground(why.purpose().orElse(""), ""),
                outcome,
                Act.About.NOBODY,
                Map.of(
                        "asked", Action.READ_META.word(),
                        "policy", Integer.toString(policies.policy().version())));
        return act.with("ref", why.ref());
    }
}
