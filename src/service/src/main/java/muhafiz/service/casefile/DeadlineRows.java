package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Which days by which cases must be decided a year touches, and which it moved; in the caller's transaction. */
@ApplicationScoped
class DeadlineRows {
    private final Statements sql;

    @Inject
    DeadlineRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** A day that came or moved. */
    record Moved(UUID caseId, Optional<LocalDate> before, LocalDate after) {}

    /** Some open cases whose count may enter the year, in the order of their ids. */
    List<UUID> touched(int year, UUID after, int most) {
        return sql.all("""
                select id from archive.case_file
                where service is not null and state in ('open', 'deficient', 'in-work') and id > ?
                    and received_at < make_date(?, 1, 2) + interval '1 year'
                    and (decide_by is null or decide_by >= make_date(?, 1, 1))
                order by id limit ?""", row -> row.getObject(1, UUID.class), after, year, year, most);
    }

    /** Keeps the first day that it was and the last that it became. */
    void moved(UUID caseId, int year, Optional<LocalDate> before, LocalDate after) {
        sql.change("""
                insert into archive.moved_deadline (case_id, calendar_year, day_before, day_after)
                values (?, ?, cast(nullif(?, '') as date), ?)
                on conflict (calendar_year, case_id) do update set day_after = excluded.day_after""", caseId, year, before.map(LocalDate::toString).orElse(""), after);
    }

    /** Some of what a year moved, in the order of the cases' ids. */
    List<Moved> moved(int year, UUID after, int most) {
        return sql.all("""
                select case_id, day_before, day_after from archive.moved_deadline
                where calendar_year = ? and case_id > ? order by case_id limit ?""", DeadlineRows::moved, year, after, most);
    }

    private static Moved moved(ResultSet row) throws SQLException {
        return new Moved(
                row.getObject(1, UUID.class),
                Optional.ofNullable(row.getDate(2)).map(Date::toLocalDate),
                row.getDate(3).toLocalDate());
    }
}
