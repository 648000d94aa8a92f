package muhafiz.inspect;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import muhafiz.inspect.frame.Kind;

/** Cuts the caller's stream into pieces of one frame each; the worker's time stands still while we read. */
final class Pieces {
    private final InputStream plaintext;
    private final Allowance allowance;
    private long left;

    Pieces(InputStream plaintext, long length, Allowance allowance) {
        this.plaintext = plaintext;
        this.left = length;
        this.allowance = allowance;
    }

    /**
     * The next piece; empty after the last.
     *
     * @throws IOException when the stream fails, or is shorter or longer than said
     */
    byte[] next() throws IOException {
        allowance.pause();
        try {
            byte[] piece = plaintext.readNBytes((int) Math.min(left, Kind.BYTES.longest()));
            if (piece.length == 0) {
                end();
            }
            left -= piece.length;
            return piece;
        } finally {
            allowance.run();
        }
    }

    private void end() throws IOException {
        if (left > 0) {
            throw new EOFException("the document ends " + left + " bytes before its length");
        }
        if (plaintext.read() >= 0) {
            throw new IOException("the document is longer than its length");
        }
    }
}
