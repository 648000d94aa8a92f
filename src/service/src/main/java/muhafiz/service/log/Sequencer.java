package muhafiz.service.log;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.config.Settings;
import org.jspecify.annotations.Nullable;

/** Runs the sequencing of this node, and lets an act wait for its entry's place. */
@ApplicationScoped
public class Sequencer {
    private static final Logger LOG = System.getLogger(Sequencer.class.getName());
    private static final long SLICE_MILLIS = 250;

    private final LogLease lease;
    private final LogRows rows;
    private final Settings settings;
    private final UUID node = Randoms.id();
    private final Semaphore wake = new Semaphore(0);
    private final Map<UUID, CompletableFuture<Long>> expected = Collections.synchronizedMap(new Recent());

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedThreadFactory threads;

    private volatile @Nullable Thread running;
    private volatile boolean stopped;

    @Inject
    Sequencer(LogLease lease, LogRows rows, Settings settings) {
        this.lease = lease;
        this.rows = rows;
        this.settings = settings;
    }

    /** Starts this node's sequencing; called once, at start. */
    public void start() {
        Thread thread = threads.newThread(this::run);
        running = thread;
        thread.start();
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
        wake.release();
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

    private void run() {
        long pause = settings.archive().span("log.batch").toMillis();
        while (!stopped) {
            try {
                wake.tryAcquire(pause, TimeUnit.MILLISECONDS);
                wake.drainPermits();
                sequence();
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) { // a commit that fails throws a checked one, declared or not
                LOG.log(
                        Level.WARNING,
                        "sequencing failed and is tried again: {0}",
                        e.getClass().getName());
            }
        }
    }

    private void sequence() {
        while (!stopped && lease.isAnythingPending()) {
            Map<UUID, Long> places = lease.sequence(node, settings.archive().span("log.lease"));
            places.forEach(this::tell);
            if (places.isEmpty()) {
                return;
            }
        }
    }

    private void tell(UUID entry, Long place) {
        CompletableFuture<Long> waiting = expected.get(entry);
        if (waiting != null) {
            waiting.complete(place);
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        Thread thread = running;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
