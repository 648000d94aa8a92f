package muhafiz.crypto.seal;

import java.io.IOException;
import java.util.Arrays;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Windows.Window;

/** The opened chunks of a message from one number to another, one at a time, each after its tag. */
final class OpenChunks implements AutoCloseable {
    private final Windows windows;
    private final long last;
    private final Cobblestone message;
    private final byte[] plaintext = new byte[Cobblestone.CHUNK];
    private Window window;
    private long next;
    private int size;

    /** Reads the first window and checks the commitment. */
    OpenChunks(LeafKey key, SealContext context, Windows windows, long first, long last) throws IOException {
        this.windows = windows;
        this.last = last;
        this.next = first;
        this.window = windows.read(first, last);
        this.message = Cobblestone.opening(key, context.encoded(), windows.header());
    }

    /** Opens the next chunk; false when the last one was passed. */
    boolean advance() throws IOException {
        if (next > last) {
            return false;
        }
        if (next > window.last()) {
            window = windows.read(next, last);
        }
        size = message.open(next, window.sealed(), window.offsetOf(next), window.lengthOf(next), plaintext);
        next++;
        return true;
    }

    /** Where the opened chunk begins in the plaintext. */
    long position() {
        return (next - 1) * Cobblestone.CHUNK;
    }

    /** The opened chunk, {@link #size} bytes of it; overwritten by the next. */
    byte[] plaintext() {
        return plaintext;
    }

    int size() {
        return size;
    }

    @Override
    public void close() {
        Arrays.fill(plaintext, (byte) 0);
        message.close();
    }
}
