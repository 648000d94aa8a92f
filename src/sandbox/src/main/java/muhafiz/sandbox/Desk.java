package muhafiz.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import muhafiz.inspect.frame.Frame;
import muhafiz.inspect.frame.Kind;

/**
 * The worker's folder in memory: the document that is being read lies here, and whatever parsers put beside it.
 * Swept after each document, so that the same application's next one finds a clean desk too.
 */
final class Desk {
    private final Path folder;

    Desk(Path folder) {
        this.folder = folder;
    }

    /** Lays down the document whose frames come next; the last of them is END. */
    Path lay(Inbox inbox) throws IOException, InterruptedException {
        Path document = folder.resolve("document");
        try (OutputStream out = Files.newOutputStream(document)) {
            for (Frame frame = inbox.next(); frame.kind() != Kind.END; frame = inbox.next()) {
                if (frame.kind() != Kind.BYTES) {
                    throw new IOException("a question inside a document");
                }
                out.write(frame.payload());
            }
        }
        return document;
    }

    void sweep() throws IOException {
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.filter(p -> !p.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
