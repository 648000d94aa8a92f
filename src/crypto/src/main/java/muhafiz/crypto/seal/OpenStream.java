package muhafiz.crypto.seal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The plaintext of a message as a stream; reading to its end opens the padding too, down to the last chunk. */
final class OpenStream extends InputStream {
    private final OpenChunks chunks;
    private final long trueLength;
    private int at;
    private int end;
    private boolean closed;

    OpenStream(OpenChunks chunks, long trueLength) {
        this.chunks = chunks;
        this.trueLength = trueLength;
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunks.plaintext()[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int size = Math.min(length, end - at);
        System.arraycopy(chunks.plaintext(), at, into, offset, size);
        at += size;
        return size;
    }

    @Override
    public void close() {
        closed = true;
        chunks.close();
    }

    /** Opens chunks until there is a byte to give; false at the end. */
    private boolean fill() throws IOException {
        if (closed) {
            throw new IOException("this stream is closed");
        }
        while (at == end) {
            if (!chunks.advance()) {
                return false;
            }
            at = 0;
            end = (int) Math.max(0, Math.min(chunks.size(), trueLength - chunks.position()));
        }
        return true;
    }
}
