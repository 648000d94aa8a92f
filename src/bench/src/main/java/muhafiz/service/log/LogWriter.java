package muhafiz.service.log;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import muhafiz.service.keys.BenchRing;

/** The archive's own writer of entries, to whom nobody listens, and who goes on though nobody gives the entries their places. */
public final class LogWriter {
    private LogWriter() {}

    /** In the transactions of that data source. */
    public static AccessLog over(DataSource database, BenchRing keys) {
        LogRows rows = new LogRows(database);
        return new AccessLog(
                rows,
                new Numbering(rows, keys.ring()),
                new SequencingWatch(rows, InstantSource.system()) {
                    @Override
                    public Duration waiting() {
                        return Duration.ZERO;
                    }
                },
                keys.ring(),
                keys.serviceKeys(),
                InstantSource.system(),
                nobodyListens());
    }

    @SuppressWarnings("unchecked")
    private static Event<Act> nobodyListens() {
        return (Event<Act>) Proxy.newProxyInstance(
                LogWriter.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null);
    }
}
