package muhafiz.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

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

    /** The walls in force between a hostile document and this machine, as found at start. */
    Isolation isolation();

    /** Ends every worker. No document is read afterwards. */
    @Override
    void close();
}
