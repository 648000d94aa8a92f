package muhafiz.itest.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import muhafiz.itest.stand.RunningArchive;

/** What the archive said at its start about the wall around its parsers. */
record Wall(List<String> said) {
    private static final String WALLED = "documents are read by machine behind ";
    private static final String UNWALLED = "documents are read by machine WITHOUT WALLS";
    private static final String NONE = "no document will be read by machine";

    static Wall of(RunningArchive archive) {
        Path log = archive.home().resolve("log/server.log");
        try (Stream<String> lines = Files.lines(log)) {
            return new Wall(
                    lines.filter(line -> Stream.of(WALLED, UNWALLED, NONE).anyMatch(line::contains))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is one: bubblewrap or unshare. */
    boolean stands() {
        return said.stream().anyMatch(line -> line.contains(WALLED));
    }

    /** Whether its absence was said as a warning. */
    boolean isReportedMissing() {
        return said.stream().anyMatch(line -> line.contains("WARN") && !line.contains(WALLED));
    }
}
