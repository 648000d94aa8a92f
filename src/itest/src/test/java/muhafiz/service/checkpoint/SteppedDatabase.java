package muhafiz.service.checkpoint;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One connection of one thread, each of whose statements and commits is a step; a data source that always gives it. */
final class SteppedDatabase {
    private final Connection connection;
    private final Steps steps;

    SteppedDatabase(Connection connection, Steps steps) {
        this.connection = connection;
        this.steps = steps;
    }

    private interface Answer {
        @Nullable
        Object of(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    DataSource source() {
        return proxy(DataSource.class, (method, arguments) -> proxy(Connection.class, this::ofConnection));
    }

    <T> T inTransaction(Callable<T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                T done = work.call();
                steps.next();
                connection.commit();
                return done;
            } catch (RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a transaction failed", e);
        }
    }

    private @Nullable Object ofConnection(Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            return null; // the next one gets it
        }
        Object answer = method.invoke(connection, arguments);
        return method.getName().equals("prepareStatement")
                ? proxy(method.getReturnType(), (verb, values) -> stepped(verb, answer, values))
                : answer;
    }

    private @Nullable Object stepped(Method verb, Object statement, Object @Nullable [] values) throws Throwable {
        if (verb.getName().startsWith("execute")) {
            steps.next();
        }
        return verb.invoke(statement, values);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                SteppedDatabase.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return answer.of(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }

    void close() throws SQLException {
        connection.close();
    }
}
