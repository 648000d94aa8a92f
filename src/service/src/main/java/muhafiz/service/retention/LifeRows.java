package muhafiz.service.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;
import muhafiz.service.retention.Life.Ending;
import muhafiz.service.retention.Life.Event;
import muhafiz.service.retention.Life.Paper;
import org.jspecify.annotations.Nullable;

/** What ends depend on, and the ends, in the rows of cases and documents. In the caller's transaction. Safe for all threads. */
final class LifeRows {
    private final Statements sql;

    LifeRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** The next cases after this one, by id, locked until the transaction ends. */
    List<UUID> lockCases(UUID after, int most) {
        return sql.all(
                "select id from archive.case_file where id > ? order by id limit ? for no key update",
                row -> row.getObject(1, UUID.class),
                after,
                most);
    }

    /** The next cases after this one, by id. */
    List<UUID> cases(UUID after, int most) {
        return sql.all(
                "select id from archive.case_file where id > ? order by id limit ?",
                row -> row.getObject(1, UUID.class),
                after,
                most);
    }

    List<Life> lives(Collection<UUID> cases) {
        UUID[] ids = cases.toArray(UUID[]::new);
        Map<UUID, List<Event>> events = new HashMap<>();
        sql.all(
                "select case_id, event_type, happened_on, recorded_at from archive.case_event where case_id = any (?)",
                row -> events.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new Event(row.getString(2), row.getObject(3, LocalDate.class), moment(row, 4))),
                (Object) ids);
        Map<UUID, List<Paper>> papers = new HashMap<>();
        sql.all(
                "select case_id, id, record_class, state, received_at from archive.document where case_id = any (?)",
                row -> papers.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(paper(row)),
                (Object) ids);
        return sql.all(
                """
                select id, record_class, received_at, coalesce(last_action_at, received_at)
                from archive.case_file where id = any (?)""",
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    return new Life(
                            id,
                            row.getString(2),
                            moment(row, 3),
                            moment(row, 4),
                            events.getOrDefault(id, List.of()),
                            papers.getOrDefault(id, List.of()));
                },
                (Object) ids);
    }

    private static Paper paper(ResultSet row) throws SQLException {
        return new Paper(row.getObject(2, UUID.class), row.getString(3), row.getString(4), moment(row, 5));
    }

    /** Puts these ends into their documents' rows. @return how many were others before */
    int endDocuments(List<Ending> endings) {
        return end("document", endings);
    }

    /** Puts these ends into their cases' rows. @return how many were others before */
    int endCases(List<Ending> endings) {
        return end("case_file", endings);
    }

    /** Keeps when something was last done about each case. */
    void acted(List<Life> lives) {
        sql.change(
                """
                update archive.case_file c set last_action_at = w.at
                from unnest(?::uuid[], ?::timestamptz[]) as w(id, at)
                where c.id = w.id and c.last_action_at is distinct from w.at""",
                lives.stream().map(life -> life.caseFile().toString()).toArray(String[]::new),
                lives.stream().map(life -> life.lastAction().toString()).toArray(String[]::new));
    }

    /** Rows are locked in the order of ids, as by everybody who locks many. */
    private int end(String table, List<Ending> endings) {
        Object[] values = {
            column(endings, ending -> ending.of().toString()),
            column(endings, ending -> ending.end().rule()),
            column(endings, ending -> ending.end().day()),
            column(endings, ending -> ending.end().waits()),
            column(endings, ending -> ending.end().disposal())
        };
        return sql.change("""
                with wanted as (
                    select * from unnest(?::uuid[], ?::text[], ?::date[], ?::text[], ?::text[]) as w(id, rule, day, waits, disposal)),
                locked as (
                    select t.id, w.rule, w.day, w.waits, w.disposal from archive.%1$s t join wanted w on w.id = t.id
                    where (t.retention_rule, t.retention_end, t.retention_waits, t.disposal)
                        is distinct from (w.rule, w.day, w.waits, w.disposal)
                    order by t.id for no key update of t)
                update archive.%1$s t
                set retention_rule = l.rule, retention_end = l.day, retention_waits = l.waits, disposal = l.disposal
                from locked l where t.id = l.id""".formatted(table), values);
    }

    private interface Value {
        @Nullable
        Object of(Ending ending);
    }

    private static @Nullable String[] column(List<Ending> endings, Value value) {
        @Nullable String[] column = new String[endings.size()];
        for (int i = 0; i < column.length; i++) {
            Object one = value.of(endings.get(i));
            column[i] = one == null ? null : one.toString();
        }
        return column;
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
