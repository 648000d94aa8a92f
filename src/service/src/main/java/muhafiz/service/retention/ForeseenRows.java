package muhafiz.service.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import muhafiz.domain.policy.Policy;
import muhafiz.service.config.Statements;
import muhafiz.service.retention.Foreseen.OfClass;
import muhafiz.service.retention.Foreseen.Stopped;
import muhafiz.service.retention.Foreseen.Waiting;

/** Asks the rows what would be due. In the caller's transaction. Safe for all threads. */
final class ForeseenRows {
    private static final String DUE = """
            with due as (
                select d.id, d.case_id, d.retention_rule, split_part(d.retention_rule, ':', 1) as class, d.retention_end, d.disposal
                from archive.document d where d.retention_end <= ?),
            held as (
                select u.id, h.id as hold from due u join archive.hold_item i on i.document_id = u.id
                    join archive.hold h on h.id = i.hold_id where h.released_at is null
                union select u.id, h.id from due u join archive.hold h on h.case_id = u.case_id where h.released_at is null),
            restricted as (
                select u.id, r.id as restriction, r.since from due u join archive.restriction_item i on i.document_id = u.id
                    join archive.restriction r on r.id = i.restriction_id where r.lifted_at is null
                union select u.id, r.id, r.since from due u join archive.restriction r on r.case_id = u.case_id
                    where r.lifted_at is null)""";

    private final Statements sql;

    ForeseenRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** @param mayDestroy whether the rule of a class may destroy */
    List<OfClass> classes(Predicate<String> mayDestroy, LocalDate asOf) {
        return sql.all(
                DUE + """

                select u.class, u.disposal, min(u.retention_end), count(*),
                    count(*) filter (where u.id in (select id from held)),
                    count(*) filter (where u.id in (select id from restricted))
                from due u group by 1, 2 order by 1, 2""",
                row -> new OfClass(
                        row.getString(1),
                        row.getString(2),
                        mayDestroy.test(row.getString(1)),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)),
                asOf);
    }

    List<Stopped> stopped(Policy policy, LocalDate asOf) {
        return sql.all(DUE + """

                select u.id, u.retention_rule, u.retention_end, s.obstacle, s.since from due u join (
                    select id, hold as obstacle, null::timestamptz as since from held
                    union all select id, restriction, since from restricted) s on s.id = u.id
                order by u.retention_end, u.id, s.obstacle limit ?""", row -> stopped(policy, row), asOf, Foreseen.MOST);
    }

    private static Stopped stopped(Policy policy, ResultSet row) throws SQLException {
        UUID by = row.getObject(4, UUID.class);
        var since = Optional.ofNullable(row.getObject(5, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        Obstacle obstacle = since.<Obstacle>map(moment -> new Obstacle.Restricted(by, "", moment))
                .orElseGet(() -> new Obstacle.Held(by));
        return new Stopped(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                obstacle.rule(policy),
                by,
                since);
    }

    List<Waiting> waiting() {
        return sql.all("""
                select split_part(retention_rule, ':', 1), retention_waits, count(*) from archive.document
                where retention_waits is not null group by 1, 2 order by 1, 2""", row -> new Waiting(row.getString(1), row.getString(2), row.getLong(3)));
    }
}
