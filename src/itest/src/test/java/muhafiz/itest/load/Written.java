package muhafiz.itest.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.stand.Part;

/**
 * What one process has caused to be written to disks so far: {@code write_bytes} of proc(5). It counts pages when they become dirty,
 * and nothing at all where the archive's folder lies in memory.
 */
record Written(long bytes) {
    private static final String COUNT = "write_bytes: ";

    static Written by(RunningArchive archive, Part part) {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc", Long.toString(archive.stand().pid(part)), "io"))) {
            return new Written(lines.filter(line -> line.startsWith(COUNT))
                    .mapToLong(line -> Long.parseLong(line.substring(COUNT.length())))
                    .sum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long since(Written earlier) {
        return bytes - earlier.bytes;
    }
}
