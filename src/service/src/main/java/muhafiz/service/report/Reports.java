package muhafiz.service.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Policy;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Asked;
import muhafiz.service.access.Decider;
import muhafiz.service.caller.Caller;
import muhafiz.service.config.Statements;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;
import muhafiz.service.request.RequestWatch;

/** The data-protection officer's reports. They hold counts and the policy's own words, nobody's data. */
@ApplicationScoped
public class Reports {
    private static final String PURPOSE = "P-LEGAL";

    private final Decider decider;
    private final PolicyInForce policies;
    private final RequestWatch requests;
    private final AccessLog log;
    private final Statements sql;

    @Inject
    Reports(Decider decider, PolicyInForce policies, RequestWatch requests, AccessLog log, DataSource database) {
        this.decider = decider;
        this.policies = policies;
        this.requests = requests;
        this.log = log;
        this.sql = new Statements(database);
    }

    /** The record of processing under the policy in force; empty for whoever answers for no policy. */
    @Transactional
    public Optional<JsonObject> register(Caller caller) {
        return isShown(caller, "register of processing")
                ? Optional.of(ProcessingRegister.of(policies.policy()))
                : Optional.empty();
    }

    /**
     * What was asked and how it ended in these days, and how the service stands now.
     *
     * @param to the last day, included
     * @throws RefusedException {@code malformed} where the days are in the wrong order
     */
    @Transactional
    public Optional<JsonObject> officers(Caller caller, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new RefusedException(Refusal.MALFORMED, "to is not before from", Map.of("member", "to"));
        }
        return isShown(caller, "dpo report") ? Optional.of(report(from, to)) : Optional.empty();
    }

    private boolean isShown(Caller caller, String what) {
        AccessDecision decision = decider.decide(
                caller,
                new Asked(Action.DRAFT_POLICY, Optional.empty(), Optional.empty(), Optional.of(PURPOSE), Set.of()));
        boolean allowed = decision.isAllowed();
        log.write(new Act(
                caller,
                allowed ? "search" : "denied",
                new Act.Ground(PURPOSE, ""),
                allowed ? Act.Outcome.done(decision.rule()) : Act.Outcome.denied(decision.rule()),
                Act.About.NOBODY,
                Map.of("asked", what)));
        return allowed;
    }

    private JsonObject report(LocalDate from, LocalDate to) {
        Policy policy = policies.policy();
        ZoneId zone = policy.meta().timeZone();
        Instant begin = from.atStartOfDay(zone).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
        RequestWatch.Counts now = requests.counts();
        JsonObjectBuilder report = Json.createObjectBuilder()
                .add("from", from.toString())
                .add("to", to.toString())
                .add("policyVersion", policy.version())
                .add("published", policy.published())
                .add("assumedPeriods", policy.assumedPeriods())
                .add("periods", policy.recordClasses().size())
                .add("openPoints", policy.openPoints().size())
                .add("requests", requestsBetween(begin, end, zone))
                .add(
                        "openRequests",
                        Json.createObjectBuilder()
                                .add("open", now.open())
                                .add("undated", now.undated())
                                .add("pressing", now.pressing())
                                .add("late", now.late()));
        counted(report, "holdsStanding", "select count(*) from archive.hold where released_at is null");
        counted(report, "restrictionsStanding", "select count(*) from archive.restriction where lifted_at is null");
        counted(report, "objectionsStanding", "select count(*) from archive.objection where lifted_at is null");
        long orders = sql.one(
                "select count(*) from archive.destruction_order where ordered_at >= ? and ordered_at < ?",
                row -> row.getLong(1),
                begin,
                end);
        report.add("destructionOrders", orders);
        return report.build();
    }

    private void counted(JsonObjectBuilder report, String name, String question) {
        report.add(name, sql.one(question, row -> row.getLong(1)).longValue());
    }

    /** By kind and outcome; late is what was answered after its day, or is open beyond it. */
    private JsonArrayBuilder requestsBetween(Instant begin, Instant end, ZoneId zone) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        List<JsonObjectBuilder> found = sql.all(
                """
                select kind, coalesce(outcome, 'open'), count(*),
                    count(*) filter (where answer_by < (coalesce(decided_at, now()) at time zone ?)::date)
                from archive.request where received_at >= ? and received_at < ? group by 1, 2 order by 1, 2""",
                row -> Json.createObjectBuilder()
                        .add("kind", row.getString(1))
                        .add("outcome", row.getString(2))
                        .add("requests", row.getLong(3))
                        .add("late", row.getLong(4)),
                zone.getId(),
                begin,
                end);
        found.forEach(rows::add);
        return rows;
    }
}
