package muhafiz.service.checkpoint;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import muhafiz.crypto.IntegrityException;
import muhafiz.service.config.Settings;
import muhafiz.service.log.Grown;
import muhafiz.service.log.Lease;
import muhafiz.service.log.Sequencer;
import org.jspecify.annotations.Nullable;

/** Shows the tree each time it has grown, on the node that grows it; not more often than the operator wants. */
@ApplicationScoped
public class Publisher {
    private static final Logger LOG = System.getLogger(Publisher.class.getName());
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Publication publication;
    private final Sequencer sequencer;
    private final News news;
    private final Settings settings;
    private final Semaphore wake = new Semaphore(0);

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedThreadFactory threads;

    private volatile @Nullable Thread running;
    private volatile boolean stopped;

    @Inject
    Publisher(Publication publication, Sequencer sequencer, News news, Settings settings) {
        this.publication = publication;
        this.sequencer = sequencer;
        this.news = news;
        this.settings = settings;
    }

    /** Starts showing on this node; called once, at start. */
    public void start() {
        Thread thread = threads.newThread(this::run);
        running = thread;
        thread.start();
        wake.release();
    }

    void grown(@Observes Grown grown) {
        wake.release();
    }

    private void run() {
        Duration pause = settings.archive().span("log.publish");
        while (!stopped) {
            try {
                wake.acquire();
                wake.drainPermits();
                TimeUnit.MILLISECONDS.sleep(publish() ? pause.toMillis() : AFTER_FAILURE.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** False where it failed and is to be tried again. */
    private boolean publish() {
        try {
            Optional<Lease> lease = sequencer.lease();
            if (lease.isPresent() && publication.publish(lease.get()).isPresent()) {
                news.tell();
            }
            return true;
        } catch (BehindException | IntegrityException e) {
            LOG.log(Level.ERROR, "the log is shown no further: {0}", e.getMessage());
            sequencer.lookAgain();
        } catch (Exception e) { // a commit that fails throws a checked one, declared or not
            LOG.log(Level.WARNING, "the log could not be shown and is tried again: {0}", e.toString());
        }
        wake.release();
        return false;
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
