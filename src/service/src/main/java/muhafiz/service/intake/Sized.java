package muhafiz.service.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.OptionalLong;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/** A body held to the most its kind may have, and to what the sender declared. */
final class Sized extends FilterInputStream {
    private final long most;
    private final OptionalLong declared;
    private long count;

    Sized(InputStream body, long most, OptionalLong declared) {
        super(body);
        this.most = most;
        this.declared = declared;
        declared.ifPresent(this::check);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read >= 0) {
            count += read;
            check(count);
        } else if (declared.isPresent() && declared.getAsLong() != count) {
            throw new RefusedException(Refusal.MALFORMED, "the body ended before its declared length");
        }
        return read;
    }

    private void check(long bytes) {
        requireAtMost(most, bytes);
    }

    static void requireAtMost(long most, long bytes) {
        if (bytes > most) {
            throw new RefusedException(
                    Refusal.TOO_LARGE,
                    "a document of this kind has at most " + most + " bytes",
                    Map.of("limit", Long.toString(most)));
        }
    }
}
