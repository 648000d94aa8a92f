package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/**
 * How much was read, counted from the public parts of entries, and how often a case of another unit was asked for, which no public part
 * tells: that is counted by pseudonym and day as it happens. Within the caller's transaction.
 */
@ApplicationScoped
public class ReadingRows {
    private final Statements sql;

    @Inject
    ReadingRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** Reads of one account within one hour. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Hour(byte[] actor, String role, Instant begins, int reads) {}

    /** Reads and attempts outside the own unit, of one account on one day. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Stray(byte[] actor, String role, LocalDate day, int reads) {}

    /** Of all staff, from the first moment to the first no more, as far as entries have their place. */
    public List<Hour> hours(Instant from, Instant to) {
        return sql.all("""
                select actor, role, date_trunc('hour', recorded_at), count(*) from archive.log_entry
                where recorded_at >= ? and recorded_at < ? and outcome = 'done'
                    and action in ('read_content', 'read_meta', 'read_validity', 'search')
                    and role not in ('', 'archive', 'portal', 'applicant')
                group by 1, 2, 3""", ReadingRows::hour, from, to);
    }

    private static Hour hour(ResultSet row) throws SQLException {
        return new Hour(
                row.getBytes(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getInt(4));
    }

    /** From the first day to the last. */
    public List<Stray> strays(LocalDate from, LocalDate to) {
        return sql.all(
                """
                select actor, role, day, reads from archive.stray_reading where day >= ? and day <= ?""",
                row -> new Stray(row.getBytes(1), row.getString(2), row.getObject(3, LocalDate.class), row.getInt(4)),
                from,
                to);
    }

    /** One more. */
    public void strayed(byte[] actor, String role, LocalDate day) {
        sql.change("""
                insert into archive.stray_reading as s (actor, role, day, reads) values (?, ?, ?, 1)
                on conflict (actor, role, day) do update set reads = s.reads + 1""", actor, role, day);
    }

    /** Forgets the days before that one. @return how many counts are gone */
    public int forgetBefore(LocalDate day) {
        return sql.change("delete from archive.stray_reading where day < ?", day);
    }
}
