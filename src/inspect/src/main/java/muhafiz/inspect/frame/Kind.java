package muhafiz.inspect.frame;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

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
    REDACTED(8, 8 * 1024 * 1024),
    /** Asked for instead of a {@link #QUESTION}. */
    DRAW(9, 64),
    DRAWN(10, 8 * 1024 * 1024),
    /** Asked for instead of a {@link #QUESTION}. */
    LOCATE(11, 64),
    LOCATED(12, 2 * 1024 * 1024);

    /** Bound by their own length only: each answers one question, and is as long as what it hands over may be. */
    private static final Set<Kind> OWN_LENGTH = Set.of(REDACTED, DRAWN, LOCATED);

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

    /** Longest payload in bytes for a side that listens to answers no longer than {@code usual}. */
    int longestFor(int usual) {
        return OWN_LENGTH.contains(this) ? longest : Math.min(longest, usual);
    }

    static Optional<Kind> of(int code) {
        return Arrays.stream(values()).filter(k -> k.code == code).findFirst();
    }
}
