package muhafiz.inspect.frame;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of frame, each with its byte on the wire and its longest payload. */
public enum Kind {
    READY(1, 256),
    QUESTION(2, 512),
    BYTES(3, 64 * 1024),
    END(4, 0),
    /** The reader's own limit applies too, whichever is smaller. */
    FOUND(5, 16 * 1024 * 1024),
    REFUSED(6, 256),
    /** Asked for instead of a {@link #QUESTION}. */
    REDACT(7, 64 * 1024),
    /** Bound by its own length only: it answers one question, and is as long as the document it makes may be. */
    REDACTED(8, 8 * 1024 * 1024);

    private final int code;
    private final int longest;

    Kind(int code, int longest) {
        this.code = code;
        this.longest = longest;
    }

    /** The byte on the wire, 1 to 127. */
    int code() {
        return code;
    }

    /** Longest payload in bytes. */
    public int longest() {
        return longest;
    }

    static Optional<Kind> of(int code) {
        return Arrays.stream(values()).filter(k -> k.code == code).findFirst();
    }
}
