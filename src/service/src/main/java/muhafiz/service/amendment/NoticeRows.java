package muhafiz.service.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** What the public is told of published versions, in the caller's transaction. */
@ApplicationScoped
class NoticeRows {
    private final Statements sql;

    @Inject
    NoticeRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** A notice; {@code firstShownAt} is empty until a page shows it. */
    record Row(UUID id, int version, Optional<Instant> firstShownAt) {}

    void add(UUID id, int version) {
        sql.change("insert into archive.policy_notice (id, version) values (?, ?)", id, version);
    }

    /** Of every published version, newest first. */
    List<Row> all() {
        return sql.all(
                "select id, version, first_shown_at from archive.policy_notice order by version desc",
                row -> new Row(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
    }

    /** Keeps when it was first shown. @return false where there is no such notice */
    boolean shown(UUID id, Instant now) {
        return sql.change("""
                        update archive.policy_notice set first_shown_at = coalesce(first_shown_at, ?) where id = ?""", now, id) == 1;
    }
}
