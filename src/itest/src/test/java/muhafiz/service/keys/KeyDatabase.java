package muhafiz.service.keys;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingDeque;
import javax.sql.DataSource;
import muhafiz.stand.Part;
import muhafiz.stand.Stand;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.schema.Database;

/**
 * A real PostgreSQL with the real schema, and a data source that is enlisted in the transaction of its thread, as in the server. Every
 * statement is shown to a listener before it is executed, committed or not.
 */
final class KeyDatabase implements AutoCloseable {
    private final Stand stand;
    private final Database superuser;
    private final ThreadLocal<Connection> transaction = new ThreadLocal<>();
    private final LinkedBlockingDeque<Connection> free = new LinkedBlockingDeque<>();
    private volatile Listener listener = (statement, values) -> {};

    private KeyDatabase(Stand stand, Database superuser) {
        this.stand = stand;
        this.superuser = superuser;
    }

    /** Sees a statement and its values, by place from 1; may throw, as a server that dies just then would. */
    interface Listener {
        void before(String statement, Map<Integer, Object> values);
    }

    static KeyDatabase start() throws Exception {
        Path home = Path.of("target", "keys").toAbsolutePath();
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
        asSuperuser("truncate keyring.tombstone, keyring.leaf, keyring.page, keyring.epoch_wrap, keyring.epoch,"
                + " keyring.root_copy, keyring.quorum, keyring.root, keyring.rotation");
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
