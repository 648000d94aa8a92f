package muhafiz.api.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import muhafiz.api.visit.Traces;
import muhafiz.api.visit.Visit;
import muhafiz.service.config.ArchiveProperties;
import muhafiz.service.config.Settings;
import muhafiz.service.intake.OpenBodies;
import muhafiz.service.intake.Pace;
import muhafiz.service.intake.PacedInput;
import muhafiz.service.intake.PacedOutput;

/** Opens bodies of documents: each with a place, a pace and a watch. */
@ApplicationScoped
public class Bodies {
    private final OpenBodies places;
    private final StallWatch watch;
    private final InstantSource clock;
    private final ArchiveProperties properties;
    private final Duration longest;

    @Inject
    Bodies(OpenBodies places, StallWatch watch, InstantSource clock, Settings settings) {
        this.places = places;
        this.watch = watch;
        this.clock = clock;
        this.properties = settings.archive();
        this.longest = properties.span("bodies.slow-after");
    }

    /** A place among the open bodies, for one on its way out. @throws muhafiz.crypto.UnavailableException {@code too-many-open-bodies} */
    public OpenBodies.Place enter() {
        return places.enter();
    }

    /**
     * A body on its way in, for this thread alone, with its place among the open bodies; to be closed by who opened it.
     *
     * @throws muhafiz.crypto.UnavailableException {@code too-many-open-bodies}
     */
    public InputStream in(InputStream body) {
        OpenBodies.Place place = places.enter();
        return new PacedInput(new WatchedInput(body, place, watch.watch(longest)), new Pace(clock, properties));
    }

    /** Writes a body. */
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Sends a body from this thread. Nothing is flushed that the writing did not write: what fails before the first byte can still be
     * answered as a problem. After that only a cut connection tells the reader that the rest is missing.
     */
    public void send(Visit visit, OutputStream answer, Writing body) throws IOException {
        try (WatchedOutput watched = new WatchedOutput(answer, watch.watch(longest))) {
            body.to(new PacedOutput(watched, new Pace(clock, properties)));
        } catch (RuntimeException broken) {
            if (Wire.isAnswerBegun()) {
                Traces.note(visit.operation(), broken);
                Wire.cut();
            }
            throw broken;
        }
    }
}
