package muhafiz.service.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingDeque;
import javax.sql.DataSource;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.schema.Database;
import org.postgresql.PGConnection;

/**
 * A real PostgreSQL with the real schema, and a data source that is enlisted in the transaction of its thread, as in the server. Every
 * statement is shown to a listener before and after it is executed, committed or not.
 */
final class KeyDatabase implements AutoCloseable {
    static final Listener NOBODY = (what, values) -> {};

    private final Stand stand;
    private final Database superuser;
    private final ThreadLocal<Connection> transaction = new ThreadLocal<>();
    private final LinkedBlockingDeque<Connection> free = new LinkedBlockingDeque<>();
    private volatile Listener listener = NOBODY;

    private KeyDatabase(Stand stand, Database superuser) {
        this.stand = stand;
        this.superuser = superuser;
    }

    /** Sees a statement and its values, by place from 1, or a holder's verb; may throw, as a server that dies just then would. */
    interface Listener {
        void before(String what, Map<Integer, Object> values);

        /** It was done, and nothing else yet. */
        default void after(String what, Map<Integer, Object> values) {}
    }

    static KeyDatabase start() throws Exception {
        Path home = RunningArchive.homeOf("keys");
        PrivateFiles.remove(home);
        Stand stand = Stand.start(StandSettings.forTests(home).withParts(Part.DATABASE));
        String password =
                Files.readString(home.resolve("secrets/db-superuser-password")).strip();
        KeyDatabase made = new KeyDatabase(stand, stand.ownerDatabase().as("postgres", password));
        // The tree is tried here, not the disk.
        made.asSuperuser("alter role " + stand.appDatabase().user() + " set synchronous_commit = off");
        return made;
    }

    void listenWith(Listener other) {
        listener = other;
    }

    /** Nothing is kept any more. */
    void empty() throws SQLException {
        asSuperuser("truncate " + String.join(", ", tables()));
    }

    /** What is in the tables now, as a dump of the schema would take it. */
    Map<String, byte[]> dump() throws SQLException, IOException {
        try (Connection connection = superuser.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Map<String, byte[]> dump = new TreeMap<>();
            for (String table : tables()) {
                var rows = new ByteArrayOutputStream();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
                dump.put(table, rows.toByteArray());
            }
            return dump;
        }
    }

    /** Puts the tables back as they were. */
    void restore(Map<String, byte[]> dump) throws SQLException, IOException {
        empty();
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (Map.Entry<String, byte[]> table : dump.entrySet()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table.getKey() + " from stdin", new ByteArrayInputStream(table.getValue()));
            }
        }
    }

    Set<Tombstone> tombstones() throws SQLException {
        return read(
                "select leaf_id, order_id, epoch, destroyed_at from keyring.tombstone",
                row -> new Tombstone(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()));
    }

    private Set<String> tables() throws SQLException {
        return read(
                "select 'keyring.' || tablename from pg_tables where schemaname = 'keyring'", row -> row.getString(1));
    }

    /** All rows, as the superuser sees them. */
    <T> Set<T> read(String query, Sql.Reader<T> reader) throws SQLException {
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            Set<T> all = new LinkedHashSet<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }

    void asSuperuser(String sql) throws SQLException {
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Commits what was done, or, where it throws, nothing. */
    <T> T inTransaction(Callable<T> work) {
        Connection connection = Optional.ofNullable(free.poll()).orElseGet(this::connected);
        transaction.set(connection);
        try {
            T done = work.call();
            listener.before("commit", Map.of());
            connection.commit();
            listener.after("commit", Map.of());
            return done;
        } catch (RuntimeException e) {
            rollBack(connection);
            throw e;
        } catch (Exception e) {
            rollBack(connection);
            throw new IllegalStateException(e);
        } finally {
            transaction.remove();
            free.add(connection);
        }
    }

    private Connection connected() {
        try {
            Connection connection = stand.appDatabase().connect();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    DataSource source() {
        return proxy(DataSource.class, (method, arguments) -> proxy(Connection.class, this::ofConnection));
    }

    private Object ofConnection(Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            return null; // the transaction ends it
        }
        Connection connection = transaction.get();
        Object answer = method.invoke(connection, arguments);
        return method.getName().equals("prepareStatement")
                ? watched((PreparedStatement) answer, (String) arguments[0])
                : answer;
    }

    private PreparedStatement watched(PreparedStatement prepared, String statement) {
        Map<Integer, Object> values = new TreeMap<>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length == 2) {
                Object value = arguments[1] instanceof java.sql.Array array ? array.getArray() : arguments[1];
                values.put((Integer) arguments[0], value);
            } else if (method.getName().startsWith("execute")) {
                listener.before(statement, values);
                Object answer = method.invoke(prepared, arguments);
                listener.after(statement, values);
                return answer;
            }
            return method.invoke(prepared, arguments);
        });
    }

    private interface Answer {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return answer.of(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }

    @Override
    public void close() {
        stand.close();
    }
}
