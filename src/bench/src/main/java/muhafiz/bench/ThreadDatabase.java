package muhafiz.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import muhafiz.stand.schema.Database;
import muhafiz.stand.schema.RoleNames;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the server's role for each thread, as a pool would lend it; a data source that gives each thread its own. What the
 * server sets when it begins a transaction of its own work is given to the constructor.
 */
public final class ThreadDatabase implements AutoCloseable {
    /** What the server says in a transaction of its own work; see {@code service.wall}. */
    public static final List<String> OWN_WORK =
            List.of("set role " + RoleNames.BACKGROUND, "set muhafiz.work = 'bench'");

    private final Queue<Connection> all = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Connection> own;

    public ThreadDatabase(Database database) {
        this(database, List.of());
    }

    /** @param settings statements that arm each connection before its first use */
    public ThreadDatabase(Database database, List<String> settings) {
        this.own = ThreadLocal.withInitial(() -> connect(database, settings));
    }

    private Connection connect(Database database, List<String> settings) {
        try {
            Connection connection = database.connect();
            try (Statement statement = connection.createStatement()) {
                for (String setting : settings) {
                    statement.execute(setting);
                }
            }
            all.add(connection);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The calling thread's. */
    public Connection connection() {
        return own.get();
    }

    /** Does it on the calling thread's connection, and commits. */
    public <T> T inTransaction(Callable<T> work) {
        try {
            connection().setAutoCommit(false);
            T done = work.call();
            connection().commit();
            connection().setAutoCommit(true);
            return done;
        } catch (Exception e) {
            throw new IllegalStateException("a transaction failed", e);
        }
    }

    /** Gives each thread its own connection, which it does not close. */
    public DataSource source() {
        return proxy(DataSource.class, method -> proxy(Connection.class, null));
    }

    private interface Given {
        Object by(String method);
    }

    private <T> T proxy(Class<T> type, @Nullable Given given) {
        return type.cast(Proxy.newProxyInstance(
                ThreadDatabase.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (given != null) {
                        return given.by(method.getName());
                    }
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : all) {
            connection.close();
        }
    }
}
