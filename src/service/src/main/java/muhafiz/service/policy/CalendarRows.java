package muhafiz.service.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import muhafiz.domain.calendar.CalendarYear;
import muhafiz.service.config.Statements;

/** Years that were loaded beside the policy, and those that wait for a second person, in the caller's transaction. */
@ApplicationScoped
public class CalendarRows {
    private static final String COLUMNS = """
            select calendar_year, array_to_string(days_off, ' '), array_to_string(extra_working_days, ' '), source, loaded_by, loaded_at""";

    private final Statements sql;

    @Inject
    CalendarRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /**
     * A year as somebody gave it.
     *
     * @param source the decision that it rests on
     * @param by the account that gave it
     */
    public record Given(CalendarYear year, String source, String by, Instant at) {}

    /** The loaded years. */
    List<CalendarYear> loaded() {
        return sql.all(COLUMNS + " from archive.calendar_year order by calendar_year", CalendarRows::given).stream()
                .map(Given::year)
                .toList();
    }

    /** A loaded year. */
    public Optional<Given> loaded(int year) {
        return sql.first(COLUMNS + " from archive.calendar_year where calendar_year = ?", CalendarRows::given, year);
    }

    /** In place of an earlier one for the same year. */
    public void propose(Given given) {
        sql.change(
                "delete from archive.calendar_proposal where calendar_year = ?",
                given.year().year());
        sql.change(
                """
                insert into archive.calendar_proposal
                    (calendar_year, days_off, extra_working_days, source, loaded_by, loaded_at)
                values (?, cast(string_to_array(?, ' ') as date[]), cast(string_to_array(?, ' ') as date[]), ?, ?, ?)""",
                given.year().year(),
                days(given.year(), given.year().daysOff()),
                days(given.year(), given.year().extraWorkingDays()),
                given.source(),
                given.by(),
                given.at());
    }

    /** What waits for its second person, held until the transaction ends. */
    public Optional<Given> holdProposal(int year) {
        return sql.first(
                COLUMNS + " from archive.calendar_proposal where calendar_year = ? for update",
                CalendarRows::given,
                year);
    }

    /** What waited is loaded, in place of an earlier one. */
    public void load(int year, String confirmedBy, Instant now) {
        sql.change("""
                insert into archive.calendar_year (calendar_year, days_off, extra_working_days, source, loaded_by, loaded_at,
                    confirmed_by, confirmed_at)
                select calendar_year, days_off, extra_working_days, source, loaded_by, loaded_at, ?, ?
                from archive.calendar_proposal where calendar_year = ?
                on conflict (calendar_year) do update set days_off = excluded.days_off,
                    extra_working_days = excluded.extra_working_days, source = excluded.source,
                    loaded_by = excluded.loaded_by, loaded_at = excluded.loaded_at,
                    confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at""", confirmedBy, now, year);
        sql.change("delete from archive.calendar_proposal where calendar_year = ?", year);
    }

    private static String days(CalendarYear year, Set<MonthDay> days) {
        return days.stream()
                .sorted()
                .map(day -> day.atYear(year.year()).toString())
                .collect(Collectors.joining(" "));
    }

    private static Given given(ResultSet row) throws SQLException {
        CalendarYear year = CalendarYear.whole(row.getInt(1), days(row.getString(2)), days(row.getString(3)));
        return new Given(
                year,
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    private static Set<MonthDay> days(String text) {
        return Arrays.stream(text.split(" "))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .map(MonthDay::from)
                .collect(Collectors.toUnmodifiableSet());
    }
}
