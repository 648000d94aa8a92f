package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Broken glass, within the caller's transaction. */
@ApplicationScoped
class GlassRows {
    private static final String SELECT = """
            select id, case_id, account, role, unit, purpose, reason, broken_at, until, confirmed_by, escalated_at
            from archive.broken_glass""";

    private final Statements sql;

    @Inject
    GlassRows(DataSource database) {
        this.sql = new Statements(database);
    }

    void add(Glass glass) {
        sql.change(
                """
                insert into archive.broken_glass
                    (id, case_id, account, role, unit, purpose, reason, broken_at, until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                glass.id(),
                glass.caseId(),
                glass.by().account(),
                glass.by().role(),
                glass.by().unit(),
                glass.purpose(),
                glass.reason(),
                glass.brokenAt(),
                glass.until());
    }

    /** The glass through which this account sees the case for this purpose at that moment. */
    Optional<Glass> standing(String account, UUID caseId, String purpose, Instant now) {
        return sql.first(
                SELECT + " where account = ? and case_id = ? and purpose = ? and until > ? order by until desc limit 1",
                GlassRows::read,
                account,
                caseId,
                purpose,
                now);
    }

    /** Held until the transaction ends. */
    Optional<Glass> hold(UUID id) {
        return sql.first(SELECT + " where id = ? for update", GlassRows::read, id);
    }

    /** After that one, in the order of their ids. */
    List<Glass> after(UUID id, int limit) {
        return sql.all(SELECT + " where id > ? order by id limit ?", GlassRows::read, id, limit);
    }

    void confirm(UUID id, String by, Instant at) {
        sql.change("update archive.broken_glass set confirmed_by = ?, confirmed_at = ? where id = ?", by, at, id);
    }

    /** What was broken before that moment and nobody has confirmed, held; what others hold is theirs. */
    List<Glass> overdue(Instant brokenBefore) {
        return sql.all(
                SELECT
                        + " where confirmed_by is null and escalated_at is null and broken_at < ? for update skip locked",
                GlassRows::read,
                brokenBefore);
    }

    void escalate(UUID id, Instant at) {
        sql.change("update archive.broken_glass set escalated_at = ? where id = ?", at, id);
    }

    /** How many wait for a second person, and how many waited in vain since that moment. */
    List<Integer> counts(Instant escalatedSince) {
        return sql.one("""
                select count(*) filter (where confirmed_by is null and escalated_at is null),
                    count(*) filter (where confirmed_by is null and escalated_at > ?)
                from archive.broken_glass""", row -> List.of(row.getInt(1), row.getInt(2)), escalatedSince);
    }

    private static Glass read(ResultSet row) throws SQLException {
        return new Glass(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Glass.Breaker(row.getString(3), row.getString(4), row.getString(5)),
                row.getString(6),
                row.getBytes(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString(10)),
                Optional.ofNullable(row.getObject(11, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
