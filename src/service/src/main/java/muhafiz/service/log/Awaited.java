package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets an act wait for its entry's place. */
@ApplicationScoped
public class Awaited {
    private static final long SLICE_MILLIS = 250;

    private final LogRows rows;
    private final Map<UUID, CompletableFuture<Long>> expected = Collections.synchronizedMap(new Recent());

    @Inject
    Awaited(LogRows rows) {
        this.rows = rows;
    }

    /** The newest expectations; an older one, of an act that was rolled back or waits no longer, falls out. */
    private static final class Recent extends LinkedHashMap<UUID, CompletableFuture<Long>> {
        private static final long serialVersionUID = 1;
        private static final int MOST = 10_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, CompletableFuture<Long>> eldest) {
            return size() > MOST;
        }
    }

    /** Says, within its transaction, that somebody will wait for the entry's place. */
    public void expect(UUID entry) {
        expected.put(entry, new CompletableFuture<>());
    }

    /** Nobody waits any longer. */
    public void forget(UUID entry) {
        expected.remove(entry);
    }

    /** The entry's place, once its transaction has been committed; empty where it has none within {@code longest}. */
    public OptionalLong placeOf(UUID entry, Duration longest) {
        long slices = Math.max(1, longest.toMillis() / SLICE_MILLIS);
        OptionalLong place = OptionalLong.empty();
        for (long slice = 0; slice < slices && place.isEmpty(); slice++) {
            place = waitFor(entry);
        }
        return place;
    }

    /** One slice of waiting for this node's sequencing, then a look at what another node may have done. */
    private OptionalLong waitFor(UUID entry) {
        CompletableFuture<Long> place = expected.get(entry);
        if (place == null) {
            return rows.indexOf(entry);
        }
        try {
            return OptionalLong.of(place.get(SLICE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return rows.indexOf(entry);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    void tell(UUID entry, Long place) {
        CompletableFuture<Long> waiting = expected.get(entry);
        if (waiting != null) {
            waiting.complete(place);
        }
    }
}
