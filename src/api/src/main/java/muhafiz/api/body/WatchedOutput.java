package muhafiz.api.body;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A body whose every write is woken when nothing is taken; then the connection is cut, since what was begun cannot be answered
 * otherwise. Closing it ends the watch, not the body.
 */
final class WatchedOutput extends FilterOutputStream {
    private final Stall stall;

    WatchedOutput(OutputStream body, Stall stall) {
        super(body);
        this.stall = stall;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        watched(() -> {
            out.write(buffer, offset, length);
            return length;
        });
    }

    @Override
    public void flush() throws IOException {
        watched(() -> {
            out.flush();
            return 0;
        });
    }

    private void watched(Stall.Wait<Integer> sending) throws IOException {
        try {
            stall.during(sending);
        } finally {
            if (stall.isWoken()) {
                Wire.cut();
            }
        }
    }

    @Override
    public void close() {
        stall.close();
    }
}
