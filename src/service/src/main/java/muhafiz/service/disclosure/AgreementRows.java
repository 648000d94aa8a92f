package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import muhafiz.domain.disclosure.Agreement;
import muhafiz.service.config.Statements;

/** Agreements, every version of them; within the caller's transaction. */
@ApplicationScoped
class AgreementRows {
    private final Statements sql;

    @Inject
    AgreementRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** The newest version. */
    Optional<Agreement> find(String id) {
        return sql.first("""
                select id, version, body, act, article, purpose, fields, valid_from, valid_until, adequacy from archive.agreement
                where id = ? order by version desc limit 1""", AgreementRows::read, id);
    }

    void add(Agreement made, String user, Instant at) {
        sql.change(
                """
                insert into archive.agreement (id, version, body, act, article, purpose, fields, valid_from, valid_until, adequacy,
                    stated_by, stated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, '')::date, nullif(?, ''), ?, ?)""",
                made.id(),
                made.version(),
                made.body(),
                made.legal().act(),
                made.legal().article(),
                made.legal().purpose(),
                made.fields().toArray(String[]::new),
                made.validity().from(),
                made.validity().until().map(LocalDate::toString).orElse(""),
                made.adequacy().orElse(""),
                user,
                at);
    }

    private static Agreement read(ResultSet row) throws SQLException {
        return new Agreement(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                new Agreement.Legal(row.getString(4), row.getString(5), row.getString(6)),
                Set.of((String[]) row.getArray(7).getArray()),
                new Agreement.Validity(
                        row.getObject(8, LocalDate.class), Optional.ofNullable(row.getObject(9, LocalDate.class))),
                Optional.ofNullable(row.getString(10)));
    }
}
