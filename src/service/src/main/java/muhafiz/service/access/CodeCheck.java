package muhafiz.service.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.token.AccessCode;
import muhafiz.service.config.Settings;

/** Runs Argon2id, a few at once and no more: each run takes 19 MiB of memory for its time. */
@ApplicationScoped
public class CodeCheck {
    private final Semaphore places;
    private final String hashOfNothing;

    @Inject
    CodeCheck(Settings settings) {
        this.places = new Semaphore(settings.archive().count("codes.argon2-at-once"));
        this.hashOfNothing = AccessCode.hash(AccessCode.fresh().toCharArray());
    }

    public String hash(String code) {
        return bounded(() -> AccessCode.hash(code.toCharArray()));
    }

    public boolean matches(String code, String hash) {
        return bounded(() -> AccessCode.matches(code.toCharArray(), hash));
    }

    /** The same work where there is nothing to compare with. */
    public void pretend(String code) {
        matches(code, hashOfNothing);
    }

    private <T> T bounded(Supplier<T> run) {
        if (!places.tryAcquire()) {
            throw new UnavailableException("too-many-codes", Duration.ofSeconds(2));
        }
        try {
            return run.get();
        } finally {
            places.release();
        }
    }
}
