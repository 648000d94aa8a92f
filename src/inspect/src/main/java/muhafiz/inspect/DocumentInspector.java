package muhafiz.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import muhafiz.inspect.page.PageWish;
import muhafiz.inspect.redaction.Marks;

/**
 * Whoever can say what a document says. Safe for use by many threads at once.
 */
public interface DocumentInspector extends AutoCloseable {

    /**
     * Reads one document by machine. Blocks until the document was read, or until the limits of the settings end it.
     *
     * @param application whose document this is; documents of two applications never meet in one process
     * @param mediaType the type found by content at intake, such as {@code application/pdf}; a hint, never trusted
     * @param length true length in bytes, not negative
     * @param plaintext the document's bytes, exactly {@code length} of them; read at most once, not closed
     * @throws IOException only when {@code plaintext} itself fails or is shorter or longer than {@code length}
     * @throws SandboxBusyException when no worker became free within the settings' patience; try again later
     */
    Inspection inspect(UUID application, String mediaType, long length, InputStream plaintext) throws IOException;

    /**
     * Makes a PDF or picture (JPEG, PNG, TIFF) anew without something: each page is drawn, what goes is painted over in the picture, and the
     * pictures are the pages of another PDF, of {@code 8 MiB} at most. Nothing else of the document is in it. Blocks as {@link #inspect}.
     *
     * @param application as of {@link #inspect}
     * @param length true length in bytes, not negative
     * @param plaintext as of {@link #inspect}
     * @throws IOException as {@link #inspect}
     * @throws SandboxBusyException as {@link #inspect}
     */
    Redaction redact(UUID application, Marks marks, long length, InputStream plaintext) throws IOException;

    /**
     * Draws a page of a PDF or picture (JPEG, PNG, TIFF) as it is seen. Blocks as {@link #inspect}.
     *
     * @param application as of {@link #inspect}
     * @param length true length in bytes, not negative
     * @param plaintext as of {@link #inspect}
     * @throws IOException as {@link #inspect}
     * @throws SandboxBusyException as {@link #inspect}
     */
    Drawing draw(UUID application, PageWish wish, long length, InputStream plaintext) throws IOException;

    /**
     * Finds the words of a page of a PDF or picture, each with its place. A picture has none. Blocks as {@link #inspect}.
     *
     * @param application as of {@link #inspect}
     * @param page from 1
     * @param length true length in bytes, not negative
     * @param plaintext as of {@link #inspect}
     * @throws IOException as {@link #inspect}
     * @throws SandboxBusyException as {@link #inspect}
     */
    PageWords words(UUID application, int page, long length, InputStream plaintext) throws IOException;

    /** The walls in force between a hostile document and this machine, as found at start. */
    Isolation isolation();

    /** Ends every worker. No document is read afterwards. */
    @Override
    void close();
}
