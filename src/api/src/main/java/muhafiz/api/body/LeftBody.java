package muhafiz.api.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import muhafiz.service.RefusedException;

/**
 * Ends a call that was answered before its body was read. The answer leaves first. Then the rest is read and thrown away, but not for
 * long and not much of it: a client that reads only after it has sent everything still sees the answer (RFC 9112 §9.6), and nobody can
 * hold a thread by sending slowly what nobody wants.
 */
@ApplicationScoped
public class LeftBody {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final long MOST = 32L * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

    /** Beside the open bodies, not among them: whoever is refused because no place is left must come to see that, too. */
    private static final int AT_ONCE = 64;

    private final Semaphore seats = new Semaphore(AT_ONCE);
    private final StallWatch watch;

    @Inject
    LeftBody(StallWatch watch) {
        this.watch = watch;
    }

    /** To be called when nothing more is to be written. */
    public void end(HttpServletRequest http, HttpServletResponse answer) {
        if (!Wire.isBodyLeft()) {
            return;
        }
        try {
            answer.getOutputStream().close();
            InputStream rest = http.getInputStream();
            if (seats.tryAcquire()) {
                drain(rest);
            } else {
                Wire.cut();
            }
        } catch (IOException | RefusedException e) {
            Wire.cut();
        }
    }

    private void drain(InputStream body) throws IOException {
        Instant end = watch.now().plus(LONGEST);
        byte[] buffer = new byte[BUFFER];
        try (WatchedInput watched = new WatchedInput(body, seats::release, watch.watch(LONGEST))) {
            for (long left = MOST; left > 0 && watch.now().isBefore(end); ) {
                int read = watched.read(buffer, 0, buffer.length);
                if (read < 0) {
                    return;
                }
                left -= read;
            }
        }
        Wire.cut();
    }
}
