package muhafiz.service.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.token.AccessCode;
import muhafiz.service.config.Settings;

/** Runs Argon2id, a few at once and no more: each run takes 19 MiB of memory for its time. */
@ApplicationScoped
public class CodeCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore places;
    private final String hashOfNothing;

    @Inject
    CodeCheck(Settings settings) {
        this.places = new Semaphore(settings.archive().count("codes.argon2-at-once"), true);
        this.hashOfNothing = AccessCode.hash(AccessCode.fresh().toCharArray());
    }

    /**
     * Waits for its turn, before those who only try codes: an application is always received.
     *
     * @throws UnavailableException {@code too-many-codes} where none comes for long
     */
    public String hash(String code) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooMany();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooMany();
        }
        return released(() -> AccessCode.hash(code.toCharArray()));
    }

    /** @throws UnavailableException {@code too-many-codes} where there is no place now */
    public boolean matches(String code, String hash) {
        if (places.hasQueuedThreads() || !places.tryAcquire()) {
            throw tooMany();
        }
        return released(() -> AccessCode.matches(code.toCharArray(), hash));
    }

    /** The same work where there is nothing to compare with. */
    public void pretend(String code) {
        matches(code, hashOfNothing);
    }

    private static UnavailableException tooMany() {
        return new UnavailableException("too-many-codes", Duration.ofSeconds(2));
    }

    private <T> T released(Supplier<T> run) {
        try {
            return run.get();
        } finally {
            places.release();
        }
    }
}
