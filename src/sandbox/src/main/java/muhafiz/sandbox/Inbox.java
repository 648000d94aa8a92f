package muhafiz.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import muhafiz.inspect.frame.Frame;
import muhafiz.inspect.frame.FrameReader;
import muhafiz.inspect.frame.Kind;

/**
 * Takes in what the archive says, on a thread of its own: a parser that hangs does not keep the worker alive once the
 * archive is gone.
 */
final class Inbox {
    private static final EnumSet<Kind> HEARD =
            EnumSet.of(Kind.QUESTION, Kind.REDACT, Kind.DRAW, Kind.LOCATE, Kind.BYTES, Kind.END);
    /** Frames of at most 64 KiB that may wait. */
    private static final int WAITING = 8;
    /** Exit code: the archive does not speak our language. */
    private static final int MISUNDERSTOOD = 2;

    private final BlockingQueue<Frame> frames = new ArrayBlockingQueue<>(WAITING);
    private final FrameReader reader;

    private Inbox(InputStream in) {
        this.reader = new FrameReader(in, HEARD, Kind.BYTES.longest());
    }

    static Inbox open(InputStream in) {
        Inbox inbox = new Inbox(in);
        Thread thread = new Thread(inbox::fill, "inbox");
        thread.setDaemon(true);
        thread.start();
        return inbox;
    }

    /** The next frame; waits for it. */
    Frame next() throws InterruptedException {
        return frames.take();
    }

    private void fill() {
        try {
            for (Optional<Frame> frame = reader.read(); frame.isPresent(); frame = reader.read()) {
                frames.put(frame.get());
            }
            Runtime.getRuntime().halt(0);
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(MISUNDERSTOOD);
        }
    }
}
