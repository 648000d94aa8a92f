package muhafiz.inspect;

import java.io.InputStream;
import java.util.UUID;
import muhafiz.inspect.page.PageWish;
import muhafiz.inspect.redaction.Marks;

/** The inspector of an archive that has no walls to read behind: it looks at nothing and says so. */
public final class NotReadByMachine implements DocumentInspector {

    @Override
    public Inspection inspect(UUID application, String mediaType, long length, InputStream plaintext) {
        return new Inspection.NotReadByMachine("not-isolated");
    }

    @Override
    public Redaction redact(UUID application, Marks marks, long length, InputStream plaintext) {
        return new Redaction.None("not-isolated");
    }

    @Override
    public Drawing draw(UUID application, PageWish wish, long length, InputStream plaintext) {
        return new Drawing.None("not-isolated");
    }

    @Override
    public PageWords words(UUID application, int page, long length, InputStream plaintext) {
        return new PageWords.None("not-isolated");
    }

    @Override
    public Isolation isolation() {
        return Isolation.NONE;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
