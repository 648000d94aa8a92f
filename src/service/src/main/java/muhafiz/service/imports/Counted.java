package muhafiz.service.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A reader that ends with an exception where one line, or one record, is longer than any is. For one thread. */
final class Counted extends FilterReader {
    private static final int LONGEST = 1 << 20;

    private int count;

    Counted(Reader in) {
        super(in);
    }

    /** Another line begins. */
    void anew() {
        count = 0;
    }

    @Override
    public int read() throws IOException {
        counted(1);
        return super.read();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    private void counted(int more) throws IOException {
        count += more;
        if (count > LONGEST) {
            throw new IOException("a line has more than " + LONGEST + " characters");
        }
    }
}
