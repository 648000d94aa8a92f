package muhafiz.service.reading;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import muhafiz.service.keys.ForgottenException;

/** Hands bytes on as long as their key is held: asked again after each second or 16 MiB, whichever comes first. One thread. */
final class WatchedOutput extends FilterOutputStream {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int MANY = 16 << 20;

    private final InstantSource clock;
    private final BooleanSupplier held;
    private Instant next;
    private long left = MANY;

    /** @param held asked just before; to be asked again */
    WatchedOutput(OutputStream out, InstantSource clock, BooleanSupplier held) {
        super(out);
        this.clock = clock;
        this.held = held;
        this.next = clock.instant().plus(SECOND);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** @throws ForgottenException where the key was destroyed meanwhile; nothing more is handed on */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > left || !clock.instant().isBefore(next)) {
            if (!held.getAsBoolean()) {
                throw new ForgottenException();
            }
            left = MANY;
            next = clock.instant().plus(SECOND);
        }
        out.write(bytes, offset, length);
        left -= length;
    }
}
