package muhafiz.service.technical;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.Disposal;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.technical.Captured;
import muhafiz.domain.technical.TechnicalTerm;
import muhafiz.service.caller.Caller;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.keys.FieldSeal.Place;
import muhafiz.service.keys.ServiceKeys;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.policy.ConfirmedPeriods;
import muhafiz.service.policy.PolicyInForce;

/** The transactions of technical data: taken in, and ended. */
@ApplicationScoped
class TechnicalDesk {
    private static final String PART = "technical";

    private final TechnicalRows rows;
    private final ServiceKeys keys;
    private final FieldSeal seal;
    private final ConfirmedPeriods periods;
    private final AccessLog log;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    TechnicalDesk(
            DataSource database,
            ServiceKeys keys,
            FieldSeal seal,
            ConfirmedPeriods periods,
            AccessLog log,
            PolicyInForce policies,
            InstantSource clock) {
        this.rows = new TechnicalRows(database);
        this.keys = keys;
        this.seal = seal;
        this.periods = periods;
        this.log = log;
        this.policies = policies;
        this.clock = clock;
    }

    /** @param rule that let the caller in */
    @Transactional
    public void take(Caller caller, String rule, RecordClass recordClass, List<Captured> items) {
        items.forEach(this::add);
        log.write(new Act(
                caller,
                "ingest",
                new Act.Ground(recordClass.purpose(), recordClass.basis().basis()),
                Act.Outcome.done(rule),
                Act.About.NOBODY,
                Map.of("what", "technical data", "items", Integer.toString(items.size()))));
    }

    private void add(Captured item) {
        UUID id = Randoms.id();
        LocalDate day = LocalDate.ofInstant(item.at(), policies.policy().meta().timeZone());
        JsonObjectBuilder fields = Json.createObjectBuilder();
        item.fields().forEach(fields::add);
        try (LeafKey key = keys.technical(day)) {
            rows.add(id, day, item.at(), seal.seal(key, new Place(id, id, PART), fields.build()));
        }
    }

    /**
     * Takes off the items of days whose term is over, counted by month where the policy says so; nothing while nobody answers for the
     * period.
     *
     * @return the leaves of those days, to be destroyed
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Set<UUID> end() {
        RecordClass recordClass =
                policies.policy().recordClass(TechnicalData.CLASS).orElseThrow();
        if (!periods.mayDestroy(TechnicalData.CLASS)) {
            return Set.of();
        }
        TechnicalTerm term = TechnicalTerm.of(recordClass.retention());
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), policies.policy().meta().timeZone());
        rows.days().stream().filter(day -> term.isOver(day, today)).forEach(day -> end(recordClass, day));
        return keys.technicalDays(day -> term.isOver(day, today));
    }

    private void end(RecordClass recordClass, LocalDate day) {
        int items = rows.remove(day);
        if (recordClass.retention().disposal() == Disposal.ANONYMISE) {
            rows.count(day, items);
        }
        log.write(new Act(
                Caller.archive(Randoms.id().toString()),
                "shred",
                new Act.Ground("P-RECORDS", ""),
                Act.Outcome.done(TechnicalData.CLASS),
                Act.About.NOBODY,
                Map.of("what", "technical data", "day", day.toString(), "items", Integer.toString(items))));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void strike(Set<UUID> leaves) {
        keys.strike(leaves);
    }
}
