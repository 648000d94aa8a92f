package muhafiz.service.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.UUID;

/** Ways out for bytes, which end where the bytes' key is destroyed meanwhile. */
@ApplicationScoped
public class HeldOutputs {
    private final StillHeld held;
    private final InstantSource clock;

    @Inject
    HeldOutputs(StillHeld held, InstantSource clock) {
        this.held = held;
        this.clock = clock;
    }

    /**
     * Hands bytes on for as long as the leaf is held, asked again after each second or 16 MiB; for one thread. Writing throws {@link
     * muhafiz.service.keys.ForgottenException} from then on.
     */
    public OutputStream watched(OutputStream out, UUID leaf) {
        return new WatchedOutput(out, clock, () -> held.isHeld(leaf));
    }
}
