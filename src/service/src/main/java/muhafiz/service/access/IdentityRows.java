package muhafiz.service.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** The register's rows, in the caller's transaction. */
@ApplicationScoped
class IdentityRows {
    private static final String COLUMNS = "account, role, unit, credential, first_seen, changed_at, blocked_at";

    private final Statements sql;

    @Inject
    IdentityRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** Keeps others from changing the register until the transaction ends. */
    void lock() {
        sql.all("select pg_advisory_xact_lock(hashtext('archive.identity'))", row -> "");
    }

    boolean isEmpty() {
        return sql.one("select not exists (select from archive.identity)", row -> row.getBoolean(1));
    }

    Optional<Identity> find(String account) {
        return sql.first("select " + COLUMNS + " from archive.identity where account = ?", IdentityRows::read, account);
    }

    /** In the order of their names. */
    List<Identity> all() {
        return sql.all("select " + COLUMNS + " from archive.identity order by account", IdentityRows::read);
    }

    Optional<Instant> first() {
        return sql.one("select min(first_seen) from archive.identity", row -> instant(row, 1));
    }

    /** Adds it, or puts it in place of what was known. */
    void put(Identity identity) {
        sql.change(
                """
                insert into archive.identity (account, role, unit, credential, first_seen, changed_at, blocked_at)
                values (?, ?, ?, nullif(?, ''::bytea), ?, nullif(?, timestamptz 'epoch'), nullif(?, timestamptz 'epoch'))
                on conflict (account) do update set role = excluded.role, unit = excluded.unit,
                    credential = excluded.credential, changed_at = excluded.changed_at, blocked_at = excluded.blocked_at""",
                identity.account(),
                identity.role(),
                identity.unit(),
                identity.credential().orElseGet(() -> new byte[0]),
                identity.firstSeen(),
                identity.changedAt().orElse(Instant.EPOCH),
                identity.blockedAt().orElse(Instant.EPOCH));
    }

    private static Identity read(ResultSet row) throws SQLException {
        return new Identity(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(row.getBytes(4)),
                instant(row, 5).orElseThrow(),
                instant(row, 6),
                instant(row, 7));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
