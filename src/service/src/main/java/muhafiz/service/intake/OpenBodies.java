package muhafiz.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import muhafiz.crypto.UnavailableException;
import muhafiz.service.config.Settings;

/** How many bodies may be on their way at once, up and down together; the next is told to come again, at once. */
@ApplicationScoped
public class OpenBodies {
    private final Semaphore places;

    @Inject
    OpenBodies(Settings settings) {
        this.places = new Semaphore(settings.archive().count("bodies.open"));
    }

    /** A place, given back by closing it; closing twice is harmless. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws UnavailableException {@code too-many-open-bodies} */
    public Place enter() {
        if (!places.tryAcquire()) {
            throw new UnavailableException("too-many-open-bodies", Duration.ofSeconds(5));
        }
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) {
                places.release();
            }
        };
    }
}
