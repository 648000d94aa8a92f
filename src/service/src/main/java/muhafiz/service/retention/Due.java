package muhafiz.service.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.domain.policy.Disposal;
import muhafiz.service.config.Statements;

/**
 * What has reached its end by a day, found by index: the cost follows what is due, not what is kept. In the caller's transaction, if any.
 * Safe for all threads.
 */
@ApplicationScoped
public class Due {
    private static final UUID FIRST = new UUID(0, 0);

    private final Statements sql;

    @Inject
    public Due(DataSource database) {
        this.sql = new Statements(database);
    }

    /**
     * A document, or a case, that has reached its end.
     *
     * @param id the document's, or the case's
     * @param caseFile the case it lies in, or is
     * @param recordClass the class whose rule it is: what is quarantined follows the quarantine's
     * @param rule such as RC-REG:overstay
     * @param end the first day on which it may be disposed of
     */
    public record Item(UUID id, UUID caseFile, String recordClass, String rule, LocalDate end, Disposal disposal) {}

    /** The next documents of these classes whose end is no later than the day, by end and id, after this one. */
    public List<Item> documents(LocalDate day, Collection<String> classes, Optional<Item> after, int most) {
        return page("""
                select d.id, d.case_id, split_part(d.retention_rule, ':', 1), d.retention_rule, d.retention_end, d.disposal from archive.document d
                where d.retention_end <= ? and split_part(d.retention_rule, ':', 1) = any (?) and (d.retention_end, d.id) > (?, ?)
                order by d.retention_end, d.id limit ?""", day, classes, after, most);
    }

    /** The next cases of these classes whose end is no later than the day and that hold no document any more. */
    public List<Item> emptyCases(LocalDate day, Collection<String> classes, Optional<Item> after, int most) {
        return page("""
                select c.id, c.id, split_part(c.retention_rule, ':', 1), c.retention_rule, c.retention_end, c.disposal from archive.case_file c
                where c.retention_end <= ? and split_part(c.retention_rule, ':', 1) = any (?) and (c.retention_end, c.id) > (?, ?)
                    and not exists (select from archive.document d where d.case_id = c.id)
                order by c.retention_end, c.id limit ?""", day, classes, after, most);
    }

    private List<Item> page(
            String question, LocalDate day, Collection<String> classes, Optional<Item> after, int most) {
        return sql.all(
                question,
                Due::item,
                day,
                classes.toArray(String[]::new),
                after.map(Item::end).orElse(LocalDate.EPOCH.withYear(1)),
                after.map(Item::id).orElse(FIRST),
                most);
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                Disposal.of(row.getString(6)).orElseThrow());
    }
}
