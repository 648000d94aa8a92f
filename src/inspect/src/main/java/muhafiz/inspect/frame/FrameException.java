package muhafiz.inspect.frame;

import java.io.IOException;

/** The other side broke the language of frames. The message never holds what it said. */
public final class FrameException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean tooLong;

    private FrameException(String message, boolean tooLong) {
        super(message);
        this.tooLong = tooLong;
    }

    static FrameException broken(String message) {
        return new FrameException(message, false);
    }

    static FrameException tooLong(long found, long allowed) {
        return new FrameException("frame of " + found + " bytes, allowed are " + allowed, true);
    }

    /** Whether the other side wanted to say more than it may. */
    public boolean isTooLong() {
        return tooLong;
    }
}
