package muhafiz.stand.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Old key dumps: one that is older than the horizon opens nothing any more, and is taken away. */
final class Copies {
    private Copies() {}

    /** @return the files that were removed */
    static List<Path> prune(Path folder, int horizonNights, Instant now) throws IOException {
        Instant oldest = now.minus(Duration.ofDays(horizonNights));
        List<Path> removed = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "muhafiz-key-*.zip")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.delete(file);
                    removed.add(file);
                }
            }
        }
        return removed;
    }
}
