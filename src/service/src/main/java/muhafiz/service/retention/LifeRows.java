package muhafiz.service.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** The next cases after this one, by id. */
    List<UUID> nextCases(UUID after, int most) {
        return sql.all(
                "select id from archive.case_file where id > ? order by id limit ?",
                row -> row.getObject(1, UUID.class),
                after,
                most);
    }

    /** Those of the cases that there are, as they stand now: for looking, never for writing. */
    List<Life> look(Collection<UUID> cases) {
        return lives(cases, "");
    }

    /** Those of the cases that there are, their rows locked until the transaction ends. */
    List<Life> lives(Collection<UUID> cases) {
        return lives(cases, "for no key update");
    }

    private List<Life> lives(Collection<UUID> cases, String lock) {
        Object ids = cases.toArray(UUID[]::new);
        Map<UUID, List<Event>> events = new HashMap<>();
        Map<UUID, List<Paper>> papers = new HashMap<>();
        List<Life> lives = sql.all(
                """
                select id, record_class, received_at, coalesce(last_action_at, received_at)
                from archive.case_file where id = any (?) order by id %s""".formatted(lock),
                row -> new Life(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        moment(row, 3),
                        moment(row, 4),
                        events.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>()),
                        papers.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())),
                ids);
        // After the lock: whoever adds to a case holds it, and has committed by now.
        sql.all(
                "select case_id, event_type, happened_on, recorded_at from archive.case_event where case_id = any (?)",
                row -> events.getOrDefault(row.getObject(1, UUID.class), new ArrayList<>())
                        .add(new Event(row.getString(2), row.getObject(3, LocalDate.class), moment(row, 4))),
                ids);
        sql.all(
                "select case_id, id, record_class, state, received_at from archive.document where case_id = any (?)",
                row -> papers.getOrDefault(row.getObject(1, UUID.class), new ArrayList<>())
                        .add(paper(row)),
                ids);
        return lives;
    }

    private static Paper paper(ResultSet row) throws SQLException {
        return new Paper(row.getObject(2, UUID.class), row.getString(3), row.getString(4), moment(row, 5));
    }

    /** Puts these ends into their documents' rows, locked in the order of ids. @return how many were others before */
    int endDocuments(List<Ending> endings) {
        return sql.change("""
                with wanted as (
                    select * from unnest(?::uuid[], ?::text[], ?::date[], ?::text[], ?::text[]) as w(id, rule, day, waits, disposal)),
                locked as (
                    select t.id, w.rule, w.day, w.waits, w.disposal from archive.document t join wanted w on w.id = t.id
                    where (t.retention_rule, t.retention_end, t.retention_waits, t.disposal)
                        is distinct from (w.rule, w.day, w.waits, w.disposal)
                    order by t.id for no key update of t)
                update archive.document t
                set retention_rule = l.rule, retention_end = l.day, retention_waits = l.waits, disposal = l.disposal
                from locked l where t.id = l.id""", columns(endings));
    }

    /**
     * Puts these ends, and when something was last done about each, into the rows of the cases, which are locked.
     *
     * @param lastActions in the order of the ends
     */
    void endCases(List<Ending> endings, List<Instant> lastActions) {
        Object[] values = Arrays.copyOf(columns(endings), 6);
        values[5] = lastActions.stream().map(Instant::toString).toArray(String[]::new);
        sql.change("""
                update archive.case_file t set retention_rule = w.rule, retention_end = w.day, retention_waits = w.waits,
                    disposal = w.disposal, last_action_at = w.acted
                from unnest(?::uuid[], ?::text[], ?::date[], ?::text[], ?::text[], ?::timestamptz[])
                    as w(id, rule, day, waits, disposal, acted)
                where t.id = w.id and (t.retention_rule, t.retention_end, t.retention_waits, t.disposal, t.last_action_at)
                    is distinct from (w.rule, w.day, w.waits, w.disposal, w.acted)""", values);
    }

    private static Object[] columns(List<Ending> endings) {
        return new Object[] {
            column(endings, ending -> ending.of().toString()),
            column(endings, ending -> ending.end().rule()),
            column(endings, ending -> ending.end().day()),
            column(endings, ending -> ending.end().waits()),
            column(endings, ending -> ending.end().disposal())
        };
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
