package muhafiz.service.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.domain.policy.Statistics;
import muhafiz.domain.statistics.Tally;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.config.Statements;
import muhafiz.service.policy.PolicyInForce;

/**
 * Moves the counters, in the transaction of the registration that counts. Applications count in the month of their receipt. An outcome of a
 * violation counts where and when its violation did, so that the sum rule can hold of every unit and period.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Tallies {
    private static final int SLOTS = 16;

    private final Statements sql;
    private final PolicyInForce policies;

    @Inject
    Tallies(DataSource database, PolicyInForce policies) {
        this.sql = new Statements(database);
        this.policies = policies;
    }

    /**
     * A new case that may count.
     *
     * @param label the period that a loader gives; the month of receipt where empty
     */
    public record Counted(
            UUID caseFile,
            Optional<String> service,
            String recordClass,
            String unit,
            Instant receivedAt,
            Optional<String> label,
            Optional<UUID> arisesFrom) {}

    private record Where(String period, String unit) {}

    /** @throws RefusedException {@code violation-not-accepted} where it is an outcome that arises from no violation, or from one that has an outcome */
    public void count(Counted file) {
        Statistics statistics = policies.policy().statistics();
        Where where = new Where(file.label().orElseGet(() -> month(file.receivedAt())), file.unit());
        if (statistics.outcomes().contains(file.recordClass())) {
            where = ofViolation(file, statistics.parent());
        }
        if (file.recordClass().equals(statistics.parent())) {
            sql.change(
                    "insert into archive.violation (case_id, period, unit) values (?, ?, ?)",
                    file.caseFile(),
                    where.period(),
                    where.unit());
        }
        add(statistics, file.service().orElse(file.recordClass()), where, file.caseFile());
    }

    private Where ofViolation(Counted file, String parent) {
        UUID violation = file.arisesFrom()
                .orElseThrow(() -> refused("a file of this class arises from one of " + parent + " (arisesFrom)"));
        return sql.first("""
                update archive.violation set outcome = ? where case_id = ? and outcome is null returning period, unit""", row -> new Where(row.getString(1), row.getString(2)), file.recordClass(), violation)
                .orElseThrow(() ->
                        refused("arisesFrom names no file of " + parent + ", or one that has an outcome already"));
    }

    private static RefusedException refused(String why) {
        return new RefusedException(Refusal.VIOLATION_NOT_ACCEPTED, why);
    }

    private void add(Statistics statistics, String source, Where where, UUID caseFile) {
        statistics
                .rowOf(source)
                .ifPresent(row -> sql.change(
                        """
                insert into archive.tally (period, row_code, source, unit, slot, count) values (?, ?, ?, ?, ?, 1)
                on conflict (period, row_code, source, unit, slot) do update set count = tally.count + 1""",
                        where.period(),
                        row.id(),
                        source,
                        where.unit(),
                        Math.floorMod(caseFile.hashCode(), SLOTS)));
    }

    private String month(Instant moment) {
        return YearMonth.from(moment.atZone(policies.policy().meta().timeZone()))
                .toString();
    }

    /** The counters of these periods. */
    List<Tally> of(Set<String> periods) {
        return sql.all(
                """
                select period, row_code, source, unit, sum(count) from archive.tally where period = any (?)
                group by period, row_code, source, unit order by period, row_code, source, unit""",
                row -> new Tally(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5)),
                (Object) periods.toArray(String[]::new));
    }
}
