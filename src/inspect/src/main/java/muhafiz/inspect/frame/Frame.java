package muhafiz.inspect.frame;

/** One message. The payload is not copied: whoever makes a frame gives its bytes away. */
public final class Frame {
    private final Kind kind;
    private final byte[] payload;

    /** @param payload at most {@link Kind#longest()} bytes */
    public Frame(Kind kind, byte[] payload) {
        if (payload.length > kind.longest()) {
            throw new IllegalArgumentException(
                    kind + " of " + payload.length + " bytes, allowed are " + kind.longest());
        }
        this.kind = kind;
        this.payload = payload;
    }

    public Kind kind() {
        return kind;
    }

    public byte[] payload() {
        return payload;
    }

    /** Says the kind and length, never the bytes. */
    @Override
    public String toString() {
        return kind + "[" + payload.length + " bytes]";
    }
}
