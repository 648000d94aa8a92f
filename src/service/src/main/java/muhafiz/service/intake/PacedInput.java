package muhafiz.service.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body on its way in, held to a pace. */
public final class PacedInput extends FilterInputStream {
    private final Pace pace;

    public PacedInput(InputStream body, Pace pace) {
        super(body);
        this.pace = pace;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        pace.moved(1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        pace.moved(Math.max(0, count));
        return count;
    }
}
