package muhafiz.service.log;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.config.Settings;
import org.jspecify.annotations.Nullable;

/** Runs the sequencing of this node: takes the lease, looks how far the log has ever been shown, gives entries their places. */
@ApplicationScoped
public class Sequencer {
    private static final Logger LOG = System.getLogger(Sequencer.class.getName());

    private static final Duration SLICE = Duration.ofMillis(250);

    private final LogLease leases;
    private final Instance<TakingOver> takingOver;
    private final Event<Grown> grown;
    private final Settings settings;
    private final Awaited awaited;
    private final UUID node = Randoms.id();
    private final Semaphore wake = new Semaphore(0);

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedThreadFactory threads;

    private volatile @Nullable Lease taken;
    private volatile @Nullable Thread running;
    private volatile boolean stopped;

    @Inject
    Sequencer(
            LogLease leases, Awaited awaited, Instance<TakingOver> takingOver, Event<Grown> grown, Settings settings) {
        this.leases = leases;
        this.awaited = awaited;
        this.takingOver = takingOver;
        this.grown = grown;
        this.settings = settings;
    }

    /**
     * Starts this node's sequencing; called once, at start.
     *
     * @throws RuntimeException where this node is to sequence, and the log has been shown further than it can be brought back here
     */
    public void start() {
        awaitTurn();
        Thread thread = threads.newThread(this::run);
        running = thread;
        thread.start();
    }

    /**
     * A process that died may have the lease still, and may have died while it brought the log back; one that lives keeps it. So this node
     * waits for the lease as long as a dead one can have it.
     */
    private void awaitTurn() {
        long slices = settings.archive().span("log.lease").dividedBy(SLICE) + 1;
        try {
            while (hold().isEmpty() && slices-- > 0) {
                TimeUnit.MILLISECONDS.sleep(SLICE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks for a batch now. */
    public void hurry() {
        wake.release();
    }

    /** The lease, as far as this node knows that it has it and has looked about under it. */
    public Optional<Lease> lease() {
        return Optional.ofNullable(taken);
    }

    /** Something is wrong with what this node believes: before the next place is given out it looks again. */
    public void lookAgain() {
        taken = null;
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
                taken = null;
                LOG.log(Level.WARNING, "sequencing failed and is tried again", e);
            }
        }
    }

    private void sequence() {
        while (!stopped && leases.isAnythingWaiting()) {
            Optional<Lease> lease = hold();
            if (lease.isEmpty()) {
                return;
            }
            Map<UUID, Long> places = leases.sequence(lease.get());
            if (places.isEmpty()) {
                return;
            }
            places.forEach(awaited::tell);
            grown.fire(new Grown(lease.get()));
        }
    }

    /** The lease; one that came from elsewhere is of use only after a look at what was shown. */
    private Optional<Lease> hold() {
        OptionalLong fence = leases.take(node, settings.archive().span("log.lease"));
        if (fence.isEmpty()) {
            taken = null;
            return Optional.empty();
        }
        Lease lease = new Lease(node, fence.getAsLong());
        if (!lease.equals(taken)) {
            taken = null;
            takingOver.forEach(one -> one.before(lease));
            leases.begin();
            taken = lease;
            grown.fire(new Grown(lease));
        }
        return Optional.of(lease);
    }

    @PreDestroy
    void stop() {
        stopped = true;
        Thread thread = running;
        if (thread != null) {
            thread.interrupt();
        }
        try {
            leases.release(node);
        } catch (RuntimeException e) {
            LOG.log(Level.INFO, "the lease of the log ends by itself");
        }
    }
}
