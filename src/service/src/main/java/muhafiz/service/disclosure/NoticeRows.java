package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Recipients who are to be told that something they were given has changed; within the caller's transaction. */
@ApplicationScoped
class NoticeRows {
    private final Statements sql;

    @Inject
    NoticeRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** Notes that the recipients of what was given are to be told. */
    void tell(UUID id, String because, LocalDate since) {
        sql.change(
                "insert into archive.disclosure_notice (disclosure_id, because, since) values (?, ?, ?) on conflict do nothing",
                id,
                because,
                since);
    }

    /** Those that left the archive with any of the documents. */
    List<UUID> withAny(Collection<UUID> documents) {
        return sql.all("""
                select distinct i.disclosure_id from archive.disclosure_item i join archive.disclosure d on d.id = i.disclosure_id
                where i.document_id = any (?) and d.disclosed_at is not null order by 1""", row -> row.getObject(1, UUID.class), (Object) documents.toArray(UUID[]::new));
    }

    /** A recipient who has not been told yet. */
    record Untold(UUID disclosure, String because, LocalDate since) {}

    List<Untold> untold(int most) {
        return sql.all(
                """
                select disclosure_id, because, since from archive.disclosure_notice where told_at is null
                order by since, disclosure_id, because limit ?""",
                row -> new Untold(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, LocalDate.class)),
                most);
    }

    void told(Untold what, Instant at) {
        sql.change(
                "update archive.disclosure_notice set told_at = ? where disclosure_id = ? and because = ? and since = ?",
                at,
                what.disclosure(),
                what.because(),
                what.since());
    }
}
