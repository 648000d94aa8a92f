package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;
import muhafiz.service.policy.PolicyInForce;

/** How the open requests stand against their days, in counts. Safe for all threads. */
@ApplicationScoped
public class RequestWatch {
    /** Days before the day of answering from which on a request is pressing: it is the last day on which others can still be asked. */
    private static final int PRESSING = 1;

    private final Statements sql;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    RequestWatch(DataSource database, PolicyInForce policies, InstantSource clock) {
        this.sql = new Statements(database);
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Open requests.
     *
     * @param undated those whose day cannot be told yet
     * @param pressing those to be answered today or tomorrow
     * @param late those whose day has passed
     */
    public record Counts(long open, long undated, long pressing, long late) {}

    public Counts counts() {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), policies.policy().meta().timeZone());
        return sql.one(
                """
                select count(*), count(*) filter (where answer_by is null),
                    count(*) filter (where answer_by between ? and ?), count(*) filter (where answer_by < ?)
                from archive.request where state in ('received', 'asked-for-proof', 'identified', 'waiting')""",
                row -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                today,
                today.plusDays(PRESSING),
                today);
    }
}
