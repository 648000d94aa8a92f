package muhafiz.service.intake;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A body on its way out, held to a pace: a reader who does not take it loses it. */
public final class PacedOutput extends FilterOutputStream {
    private final Pace pace;

    public PacedOutput(OutputStream body, Pace pace) {
        super(body);
        this.pace = pace;
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        pace.moved(1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        pace.moved(length);
    }
}
