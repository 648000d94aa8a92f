package muhafiz.inspect.frame;

import java.io.IOException;
import java.io.OutputStream;

/** Writes frames to a pipe. For one thread at a time. */
public final class FrameWriter {
    private static final int HEAD = 5;

    private final OutputStream out;

    public FrameWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes one frame and flushes it. Blocks while the pipe is full.
     *
     * @throws IOException when the other side is gone
     */
    public void write(Frame frame) throws IOException {
        byte[] payload = frame.payload();
        out.write(head(frame.kind(), payload.length));
        out.write(payload);
        out.flush();
    }

    private static byte[] head(Kind kind, int length) {
        byte[] head = new byte[HEAD];
        head[0] = (byte) kind.code();
        head[1] = (byte) (length >>> 24);
        head[2] = (byte) (length >>> 16);
        head[3] = (byte) (length >>> 8);
        head[4] = (byte) length;
        return head;
    }
}
