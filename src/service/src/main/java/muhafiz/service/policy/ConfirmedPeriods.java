package muhafiz.service.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import muhafiz.domain.policy.Disposal;
import muhafiz.domain.policy.RecordClass;
import muhafiz.domain.policy.RetentionRule;
import muhafiz.service.config.Statements;

/**
 * Which rules may destroy. A rule whose period is assumed may propose only, until the records manager confirms it; the confirmation
 * holds for as long as later versions of the policy leave the rule as it was. In the caller's transaction.
 */
@ApplicationScoped
public class ConfirmedPeriods {
    private final PolicyInForce policies;
    private final Statements sql;

    @Inject
    ConfirmedPeriods(PolicyInForce policies, DataSource database) {
        this.policies = policies;
        this.sql = new Statements(database);
    }

    /**
     * That somebody answers for a rule's period.
     *
     * @param rule a class's id
     * @param version the version of the policy that was in force then
     * @param source the order or decision it rests on
     */
    public record Confirmation(String rule, int version, String source, String by, Instant at) {}

    /**
     * Whether the rule of the policy in force may destroy.
     *
     * @param rule a class's id; one that the policy does not know may destroy nothing
     */
    public boolean mayDestroy(String rule) {
        return policies.policy()
                .recordClass(rule)
                .map(RecordClass::retention)
                .filter(now -> now.disposal() != Disposal.KEEP)
                .filter(now -> now.isConfirmed() || confirmation(now).isPresent())
                .isPresent();
    }

    /** Keeps the confirmation; one that is there already stays. */
    public void confirm(Confirmation made) {
        sql.change("""
                insert into archive.confirmed_period (rule, policy_version, source, confirmed_by, confirmed_at)
                values (?, ?, ?, ?, ?) on conflict do nothing""", made.rule(), made.version(), made.source(), made.by(), made.at());
    }

    /** Who answers for this rule's period, if anybody: the latest of those that still hold. */
    public Optional<Confirmation> confirmation(RetentionRule now) {
        return of(now.id()).stream()
                .filter(made -> policies.version(made.version())
                        .flatMap(policy -> policy.recordClass(now.id()))
                        .map(RecordClass::retention)
                        .equals(Optional.of(now)))
                .findFirst();
    }

    private List<Confirmation> of(String rule) {
        return sql.all(
                """
                select rule, policy_version, source, confirmed_by, confirmed_at from archive.confirmed_period
                where rule = ? order by policy_version desc""",
                row -> new Confirmation(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                rule);
    }
}
