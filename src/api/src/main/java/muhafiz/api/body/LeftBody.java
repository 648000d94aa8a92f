package muhafiz.api.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import muhafiz.crypto.UnavailableException;
import muhafiz.service.RefusedException;
import muhafiz.service.intake.OpenBodies;

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

    private final OpenBodies places;
    private final StallWatch watch;

    @Inject
    LeftBody(OpenBodies places, StallWatch watch) {
        this.places = places;
        this.watch = watch;
    }

    /** To be called when nothing more is to be written. */
    public void end(HttpServletRequest http, HttpServletResponse answer) {
        if (!Wire.isBodyLeft()) {
            return;
        }
        try {
            answer.getOutputStream().close();
            drain(http.getInputStream());
        } catch (IOException | UnavailableException | RefusedException e) {
            Wire.cut();
        }
    }

    private void drain(InputStream body) throws IOException {
        Instant end = watch.now().plus(LONGEST);
        byte[] buffer = new byte[BUFFER];
        try (WatchedInput rest = new WatchedInput(body, places.enter(), watch.watch(LONGEST))) {
            for (long left = MOST; left > 0 && watch.now().isBefore(end); ) {
                int read = rest.read(buffer, 0, buffer.length);
                if (read < 0) {
                    return;
                }
                left -= read;
            }
        }
        Wire.cut();
    }
}
