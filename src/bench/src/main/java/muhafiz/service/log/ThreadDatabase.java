package muhafiz.service.log;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import muhafiz.stand.schema.Database;
import org.jspecify.annotations.Nullable;

/** A connection for each thread, as a pool would lend it; a data source that gives each thread its own. */
final class ThreadDatabase implements AutoCloseable {
    private final Queue<Connection> all = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Connection> own;

    ThreadDatabase(Database database) {
        this.own = ThreadLocal.withInitial(() -> connect(database));
    }

    private Connection connect(Database database) {
        try {
            Connection connection = database.connect();
            all.add(connection);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connection() {
        return own.get();
    }

    <T> T inTransaction(Callable<T> work) {
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

    DataSource source() {
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
