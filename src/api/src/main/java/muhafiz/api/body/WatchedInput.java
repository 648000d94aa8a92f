package muhafiz.api.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.intake.OpenBodies;

/**
 * A body whose every read is woken when nothing comes. After that the stream beneath is of no more use. Closing it gives back the
 * place and ends the watch, and leaves the body to the container.
 */
final class WatchedInput extends FilterInputStream {
    private final OpenBodies.Place place;
    private final Stall stall;

    WatchedInput(InputStream body, OpenBodies.Place place, Stall stall) {
        super(body);
        this.place = place;
        this.stall = stall;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (stall.isWoken()) {
            throw tooSlow();
        }
        try {
            return stall.during(() -> in.read(buffer, offset, length));
        } catch (IOException e) {
            if (stall.isWoken()) {
                throw tooSlow();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        stall.close();
        place.close();
    }

    private static RefusedException tooSlow() {
        return new RefusedException(Refusal.BODY_TOO_SLOW, "nothing came for too long");
    }
}
