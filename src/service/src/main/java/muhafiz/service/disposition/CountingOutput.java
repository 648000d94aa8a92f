package muhafiz.service.disposition;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts bytes on their way. One thread. */
public final class CountingOutput extends FilterOutputStream {
    private long count;

    public CountingOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        count += length;
    }

    /** Bytes so far. */
    public long count() {
        return count;
    }
}
