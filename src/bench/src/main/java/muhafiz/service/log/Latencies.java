package muhafiz.service.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Times of many, in nanoseconds. Safe for several threads. */
final class Latencies {
    private static final double MILLIS = 1e6;

    private final List<Long> all = Collections.synchronizedList(new ArrayList<>());

    void add(long nanos) {
        all.add(nanos);
    }

    /** In milliseconds; {@code NaN} where there is none. */
    double percentile(double part) {
        List<Long> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(part * sorted.size()))) / MILLIS;
    }
}
