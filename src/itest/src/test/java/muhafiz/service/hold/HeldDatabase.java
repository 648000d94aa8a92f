package muhafiz.service.hold;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;

/** A real PostgreSQL with the real schema and one case, and transactions of the server's role. Safe for all threads. */
final class HeldDatabase implements AutoCloseable {
    private static final UUID CASE = new UUID(7, 7);

    private final Stand stand;
    private final Connection owner;
    private final ThreadLocal<Connection> own = ThreadLocal.withInitial(this::connected);

    private HeldDatabase(Stand stand) throws SQLException {
        this.stand = stand;
        this.owner = stand.ownerDatabase().connect();
    }

    static HeldDatabase start(String name) throws IOException, SQLException {
        Path home = Path.of("target", name).toAbsolutePath();
        PrivateFiles.remove(home);
        HeldDatabase made =
                new HeldDatabase(Stand.start(StandSettings.forTests(home).withParts(Part.DATABASE)));
        made.execute("""
                insert into archive.case_file (id, leaf_id, record_class, unit, channel, source, purpose, basis, policy_version, state,
                    received_at, access_code, sealed, revision, retention_rule, retention_end, disposal)
                values ('%s', gen_random_uuid(), 'RC-REG', 'RD-1', 'portal', 'portal', 'P-SERVICE', 'LB-LAW', 1, 'open', now(), '-',
                    '\\x00', 0, 'RC-REG', date '2026-01-01', 'shred')""".formatted(CASE));
        return made;
    }

    /** A new document of the case that has reached its end. */
    UUID document() throws SQLException {
        UUID id = UUID.randomUUID();
        execute("""
                insert into archive.document (id, case_id, version_id, leaf_id, kind, record_class, state, reasons, source, channel, purpose,
                    basis, policy_version, received_at, sealed_length, sealed_sha256, segments, duplicate_token, about, revision,
                    retention_rule, retention_end, disposal)
                values ('%s', '%s', gen_random_uuid(), gen_random_uuid(), 'passport', 'RC-REG', 'received', '{}', 'portal', 'portal',
                    'P-SERVICE', 'LB-LAW', 1, now(), 1, sha256(''), 1, '\\x%s', '\\x00', 0, 'RC-REG', date '2026-01-01', 'shred')""".formatted(id, CASE, id.toString().replace("-", "")));
        return id;
    }

    boolean exists(DataSource node, UUID document) {
        return !new Statements(node)
                .all("select id from archive.document where id = ?", row -> row.getObject(1, UUID.class), document)
                .isEmpty();
    }

    void remove(DataSource node, UUID document) {
        new Statements(node).change("delete from archive.document where id = ?", document);
    }

    /** As the owner, at once. */
    void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The locks are tried here, not the disk. */
    private Connection connected() {
        try {
            Connection connection = stand.appDatabase().connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("set synchronous_commit = off");
                statement.execute("set role muhafiz_background");
                statement.execute("set muhafiz.work = 'destruction'");
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does it on the thread's own connection, and commits. */
    <T> T inTransaction(Function<DataSource, T> work) {
        Connection connection = own.get();
        try {
            T done = work.apply(always(connection));
            connection.commit();
            return done;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A data source that always gives this connection and leaves its end to the transaction. */
    private static DataSource always(Connection connection) {
        Connection shared = (Connection) Proxy.newProxyInstance(
                HeldDatabase.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                HeldDatabase.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> shared);
    }

    @Override
    public void close() {
        stand.close();
    }
}
