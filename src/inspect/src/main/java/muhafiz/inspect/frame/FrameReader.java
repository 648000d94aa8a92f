package muhafiz.inspect.frame;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads frames from a pipe whose other end may be hostile. For one thread at a time. */
public final class FrameReader {
    private final InputStream in;
    private final Set<Kind> expected;
    private final int longest;

    /**
     * @param expected the kinds this side may hear; any other is refused
     * @param longest longest payload in bytes, whatever the kind but those that hand over a document, a page or its words
     */
    public FrameReader(InputStream in, Set<Kind> expected, int longest) {
        this.in = in;
        this.expected = EnumSet.copyOf(expected);
        this.longest = longest;
    }

    /**
     * The next frame; empty when the other side has ended between two frames or inside one.
     *
     * @throws FrameException when the other side broke the language
     */
    public Optional<Frame> read() throws IOException {
        int code = in.read();
        if (code < 0) {
            return Optional.empty();
        }
        Kind kind = Kind.of(code).filter(expected::contains).orElseThrow(FrameReader::unexpected);
        byte[] size = in.readNBytes(4);
        if (size.length < 4) {
            return Optional.empty();
        }
        byte[] payload = in.readNBytes(checked(kind, size));
        return payload.length < length(size) ? Optional.empty() : Optional.of(new Frame(kind, payload));
    }

    private int checked(Kind kind, byte[] size) throws FrameException {
        long length = length(size);
        long allowed = kind.longestFor(longest);
        if (length > allowed) {
            throw FrameException.tooLong(length, allowed);
        }
        return (int) length;
    }

    private static long length(byte[] size) {
        return (size[0] & 0xFFL) << 24 | (size[1] & 0xFFL) << 16 | (size[2] & 0xFFL) << 8 | (size[3] & 0xFFL);
    }

    private static FrameException unexpected() {
        return FrameException.broken("frame of a kind that is not expected here");
    }
}
