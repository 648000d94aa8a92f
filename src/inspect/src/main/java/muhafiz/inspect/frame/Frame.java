package muhafiz.inspect.frame;

/**
 * One message. The payload is not copied: whoever makes a frame gives its bytes away.
 *
 * @param payload at most {@link Kind#longest()} bytes
 */
public record Frame(Kind kind, byte[] payload) {
    public Frame {
        if (payload.length > kind.longest()) {
            throw new IllegalArgumentException(
                    kind + " of " + payload.length + " bytes, allowed are " + kind.longest());
        }
    }

    /** Says the kind and length, never the bytes. */
    @Override
    public String toString() {
        return kind + "[" + payload.length + " bytes]";
    }
}
