package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.RetentionRule;
import muhafiz.service.caller.Caller;
import muhafiz.service.clock.ClockWatch;
import muhafiz.service.config.Statements;
import muhafiz.service.destruction.Destruction;
import muhafiz.service.destruction.Target;
import muhafiz.service.keys.Keyring;
import muhafiz.service.policy.ConfirmedPeriods;
import muhafiz.service.policy.PolicyInForce;

/**
 * Ends requests at the term of their class: first what they say of persons is destroyed, then their rows go. Nothing ends while the term is
 * assumed, or the clock in doubt.
 */
@ApplicationScoped
public class RequestRetention {
    private static final int SOME = 500;

    private final Statements sql;
    private final Keyring keyring;
    private final Destruction destruction;
    private final ConfirmedPeriods periods;
    private final PolicyInForce policies;
    private final RequestEntries entries;
    private final ClockWatch clocks;
    private final InstantSource clock;

    @Inject
    RequestRetention(
            DataSource database,
            Keyring keyring,
            Destruction destruction,
            ConfirmedPeriods periods,
            PolicyInForce policies,
            RequestEntries entries,
            ClockWatch clocks,
            InstantSource clock) {
        this.sql = new Statements(database);
        this.keyring = keyring;
        this.destruction = destruction;
        this.periods = periods;
        this.policies = policies;
        this.entries = entries;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** Ends some requests that are due; what is ordered now is gone from the rows with a later sweep. @return how many rows went */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int sweep() {
        if (!periods.mayDestroy(RequestText.RECORD_CLASS) || !clocks.look().isEmpty()) {
            return 0;
        }
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), policies.policy().meta().timeZone());
        Optional<LocalDate> last = policies.policy()
                .recordClass(RequestText.RECORD_CLASS)
                .map(RecordClass::retention)
                .flatMap(RetentionRule::period)
                .map(today::minus);
        List<Due> due = last.map(day -> sql.all(
                        """
                        select id, leaf_id from archive.request where closed_at < ?::date
                        order by closed_at, id limit %d for update skip locked""".formatted(SOME),
                        row -> new Due(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        day))
                .orElse(List.of());
        Set<UUID> held = keyring.held(due.stream().map(Due::leaf).toList());
        order(due.stream().filter(one -> held.contains(one.leaf())).toList());
        List<UUID> spent = due.stream()
                .filter(one -> !held.contains(one.leaf()))
                .map(Due::id)
                .toList();
        return sql.change("delete from archive.request where id = any (?)", (Object) spent.toArray(UUID[]::new));
    }

    private record Due(UUID id, UUID leaf) {}

    private void order(List<Due> ending) {
        if (ending.isEmpty()) {
            return;
        }
        UUID order = destruction.order(
                "retention",
                ending.stream()
                        .map(one -> new Target(Target.Kind.REQUEST, one.id()))
                        .collect(Collectors.toSet()));
        entries.done(
                Caller.archive(Randoms.id().toString()),
                "shred",
                RequestText.RECORD_CLASS,
                RequestEntries.About.register(),
                Map.of(
                        "what",
                        "requests ended",
                        "requests",
                        Integer.toString(ending.size()),
                        "order",
                        order.toString()));
    }
}
