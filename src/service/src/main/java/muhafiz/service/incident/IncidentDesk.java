package muhafiz.service.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.RetentionRule;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.ConfirmedPeriods;
import muhafiz.service.policy.PolicyInForce;

/** The transactions of incidents. */
@ApplicationScoped
@Transactional
class IncidentDesk {
    static final String RECORD_CLASS = "RC-REQ";
    private static final String PURPOSE = "P-OVERSIGHT";

    private final IncidentRows rows;
    private final Affected affected;
    private final Decider decider;
    private final PolicyInForce policies;
    private final ConfirmedPeriods periods;
    private final AccessLog log;
    private final InstantSource clock;

    @Inject
    IncidentDesk(
            IncidentRows rows,
            Affected affected,
            Decider decider,
            PolicyInForce policies,
            ConfirmedPeriods periods,
            AccessLog log,
            InstantSource clock) {
        this.rows = rows;
        this.affected = affected;
        this.decider = decider;
        this.policies = policies;
        this.periods = periods;
        this.log = log;
        this.clock = clock;
    }

    /** The new incident's id; empty for whoever answers for no persons' requests. */
    public Optional<UUID> open(Caller caller, NewIncident incident) {
        AccessDecision decision = decide(caller);
        if (!decision.isAllowed()) {
            return refused(caller, decision.rule());
        }
        UUID id = Randoms.id();
        rows.add(id, incident, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        log.write(act(caller, "ingest", Act.Outcome.done(decision.rule()), id));
        return Optional.of(id);
    }

    /** @throws RefusedException {@code not-found} */
    public Optional<JsonObject> look(Caller caller, UUID id, int after, int limit) {
        AccessDecision decision = decide(caller);
        if (!decision.isAllowed()) {
            return refused(caller, decision.rule());
        }
        IncidentRows.Kept kept =
                rows.find(id).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "there is no such incident"));
        List<Affected.Touch> touches = affected.by(kept.incident());
        Set<UUID> persons = touches.stream().map(Affected.Touch::subject).collect(Collectors.toSet());
        log.write(act(caller, "search", Act.Outcome.done(decision.rule()), id)
                .about(new Act.About(persons, Optional.empty(), Optional.empty())));
        return Optional.of(new IncidentReport(id, kept, touches).page(after, limit));
    }

    /** Of what was asked for in vain. */
    public void unknown(Caller caller) {
        refused(caller, "unknown");
    }

    private <T> Optional<T> refused(Caller caller, String rule) {
        log.write(new Act(
                caller,
                "denied",
                new Act.Ground(PURPOSE, ""),
                Act.Outcome.denied(rule),
                Act.About.NOBODY,
                Map.of("asked", "incident")));
        return Optional.empty();
    }

    private static Act act(Caller caller, String word, Act.Outcome outcome, UUID id) {
        return new Act(
                caller,
                word,
                new Act.Ground(PURPOSE, ""),
                outcome,
                Act.About.NOBODY,
                Map.of("what", "incident", "incident", id.toString()));
    }

    /** Whoever decides on persons' requests answers for incidents, too. */
    private AccessDecision decide(Caller caller) {
        return decider.decide(
                caller,
                new Asked(
                        Action.DECIDE_REQUEST,
                        Optional.of(RECORD_CLASS),
                        Optional.empty(),
                        Optional.of(PURPOSE),
                        Set.of(Condition.REQUEST_OR_AUDIT_NUMBER)));
    }

    /** Keys of incidents whose class's term is over since they were opened; none while nobody stands behind that term. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Set<UUID> outlived() {
        return policies.policy()
                .recordClass(RECORD_CLASS)
                .filter(one -> periods.mayDestroy(one.id()))
                .map(RecordClass::retention)
                .flatMap(RetentionRule::period)
                .map(term -> clock.instant()
                        .atZone(policies.policy().meta().timeZone())
                        .minus(term)
                        .toInstant())
                .map((Instant before) -> (Set<UUID>) new HashSet<>(rows.openedBefore(before)))
                .orElse(Set.of());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void strike(Set<UUID> leaves, UUID order) {
        rows.strike(leaves);
        log.write(new Act(
                Caller.archive(Randoms.id().toString()),
                "key_operation",
                new Act.Ground("P-RECORDS", ""),
                Act.Outcome.done("archive.incidents"),
                Act.About.NOBODY,
                Map.of(
                        "what",
                        "keys of incidents destroyed",
                        "order",
                        order.toString(),
                        "keys",
                        Integer.toString(leaves.size()))));
    }
}
