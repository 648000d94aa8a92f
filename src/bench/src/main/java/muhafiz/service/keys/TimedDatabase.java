package muhafiz.service.keys;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One connection for one thread, whose statements and commits are timed; a data source that always gives it. */
final class TimedDatabase implements AutoCloseable {
    private final Connection connection;
    private final AtomicLong nanos = new AtomicLong();

    TimedDatabase(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    private interface Answer {
        @Nullable
        Object of(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    /** Time spent in statements and commits since the last time it was asked. */
    Duration spent() {
        return Duration.ofNanos(nanos.getAndSet(0));
    }

    <T> T inTransaction(Callable<T> work) {
        try {
            T done = work.call();
            long began = System.nanoTime();
            connection.commit();
            nanos.addAndGet(System.nanoTime() - began);
            return done;
        } catch (Exception e) {
            throw new IllegalStateException("a transaction failed", e);
        }
    }

    DataSource source() {
        return proxy(DataSource.class, (method, arguments) -> proxy(Connection.class, this::ofConnection));
    }

    private @Nullable Object ofConnection(Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            return null; // the next one gets it
        }
        Object answer = method.invoke(connection, arguments);
        return method.getName().equals("prepareStatement")
                ? proxy(method.getReturnType(), (verb, values) -> timed(verb, answer, values))
                : answer;
    }

    private @Nullable Object timed(Method verb, Object statement, Object @Nullable [] values) throws Throwable {
        long began = System.nanoTime();
        Object answer = verb.invoke(statement, values);
        if (verb.getName().startsWith("execute")) {
            nanos.addAndGet(System.nanoTime() - began);
        }
        return answer;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                TimedDatabase.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return answer.of(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
