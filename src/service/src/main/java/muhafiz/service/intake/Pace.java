package muhafiz.service.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.config.ArchiveProperties;

/** The slowest a body may be: so many bytes a second over so long. One body, one thread. */
public final class Pace {
    private final InstantSource clock;
    private final Duration window;
    private final long bytesPerWindow;

    private Instant began;
    private long moved;

    public Pace(InstantSource clock, ArchiveProperties properties) {
        this.clock = clock;
        this.window = properties.span("bodies.slow-after");
        this.bytesPerWindow = properties.count("bodies.slow-bytes-per-second") * window.toSeconds();
        this.began = clock.instant();
    }

    /**
     * So many more bytes came or went.
     *
     * @throws RefusedException {@code body-too-slow} where a window passed with too few
     */
    void moved(long bytes) {
        moved += bytes;
        Instant now = clock.instant();
        if (Duration.between(began, now).compareTo(window) < 0) {
            return;
        }
        if (moved < bytesPerWindow) {
            throw new RefusedException(
                    Refusal.BODY_TOO_SLOW, "a body moves at least " + bytesPerWindow + " bytes in " + window);
        }
        began = now;
        moved = 0;
    }
}
