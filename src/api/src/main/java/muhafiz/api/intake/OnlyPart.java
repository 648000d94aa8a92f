package muhafiz.api.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;

/** A part that says it has ended only once the form has: a cut or longer form is refused before anything is acknowledged. */
final class OnlyPart extends FilterInputStream {
    private final FileItemInputIterator parts;
    private boolean ended;

    OnlyPart(InputStream part, FileItemInputIterator parts) {
        super(part);
        this.parts = parts;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (ended) {
            return -1; // the part is closed by now, and whoever has seen its end may ask again
        }
        try {
            int read = in.read(buffer, offset, length);
            if (read < 0 && parts.hasNext()) {
                throw FilePart.malformed();
            }
            ended = read < 0;
            return read;
        } catch (FileUploadException e) {
            throw FilePart.malformed();
        }
    }

    @Override
    public int available() throws IOException {
        return ended ? 0 : in.available();
    }
}
