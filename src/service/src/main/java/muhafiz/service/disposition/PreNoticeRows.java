package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Notices to units, within the caller's transaction: random ids, codes and days. */
@ApplicationScoped
class PreNoticeRows {
    private static final UUID FIRST = new UUID(0, 0);

    private final Statements sql;

    @Inject
    PreNoticeRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** A notice as it stands in its row. */
    record Row(
            UUID id, UUID caseFile, String unit, String recordClass, String rule, LocalDate endsOn, Instant toldAt) {}

    /** Writes one for each case of which something ends by these rules until that day, once for each rule and end. @return the new ones */
    List<Row> add(Collection<String> rules, LocalDate until, Instant now, int most) {
        return sql.all(
                """
                insert into archive.pre_notice (id, case_id, unit, record_class, rule, ends_on, told_at)
                select gen_random_uuid(), e.case_id, c.unit, e.record_class, e.rule, e.ends_on, ?
                from (select case_id, record_class, retention_rule, retention_end from archive.document
                        where retention_end <= ? and retention_rule = any (?)
                    union select id, record_class, retention_rule, retention_end from archive.case_file
                        where retention_end <= ? and retention_rule = any (?))
                    e (case_id, record_class, rule, ends_on)
                join archive.case_file c on c.id = e.case_id
                where not exists (select from archive.pre_notice n
                    where n.case_id = e.case_id and n.rule = e.rule and n.ends_on = e.ends_on)
                limit ? on conflict do nothing
                returning id, case_id, unit, record_class, rule, ends_on, told_at""",
                PreNoticeRows::read,
                now,
                until,
                rules.toArray(String[]::new),
                until,
                rules.toArray(String[]::new),
                most);
    }

    /** Those whose case is still there, by id. */
    List<Row> page(Optional<UUID> after, int most) {
        return sql.all("""
                select n.id, n.case_id, n.unit, n.record_class, n.rule, n.ends_on, n.told_at from archive.pre_notice n
                join archive.case_file c on c.id = n.case_id where n.id > ? order by n.id limit ?""", PreNoticeRows::read, after.orElse(FIRST), most);
    }

    /** The same of one unit. */
    List<Row> page(String unit, Optional<UUID> after, int most) {
        return sql.all("""
                select n.id, n.case_id, n.unit, n.record_class, n.rule, n.ends_on, n.told_at from archive.pre_notice n
                join archive.case_file c on c.id = n.case_id where n.unit = ? and n.id > ? order by n.id limit ?""", PreNoticeRows::read, unit, after.orElse(FIRST), most);
    }

    /** Forgets those whose case is gone. */
    int forget() {
        return sql.change(
                "delete from archive.pre_notice n where archive.whole_sight() and not exists (select from archive.case_file c where c.id = n.case_id)");
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                DispositionRows.moment(row, 7));
    }
}
