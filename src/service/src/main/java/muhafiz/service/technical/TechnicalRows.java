package muhafiz.service.technical;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Technical data and what stays of it. In the caller's transaction. Safe for all threads. */
final class TechnicalRows {
    private final Statements sql;

    TechnicalRows(DataSource database) {
        this.sql = new Statements(database);
    }

    void add(UUID id, LocalDate day, Instant capturedAt, byte[] content) {
        sql.change(
                "insert into archive.technical_item (id, day, captured_at, sealed) values (?, ?, ?, ?)",
                id,
                day,
                capturedAt,
                content);
    }

    /** The days of which there are items, oldest first. */
    List<LocalDate> days() {
        return sql.all(
                "select distinct day from archive.technical_item order by day",
                row -> row.getObject(1, LocalDate.class));
    }

    /** How many items that day's month had more. */
    void count(LocalDate day, int items) {
        sql.change("""
                insert into archive.technical_count (month, items) values (date_trunc('month', ?::date), ?)
                on conflict (month) do update set items = archive.technical_count.items + excluded.items""", day, items);
    }

    /** Takes the day's items off. @return how many there were */
    int remove(LocalDate day) {
        return sql.change("delete from archive.technical_item where day = ?", day);
    }
}
