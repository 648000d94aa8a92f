package muhafiz.itest.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import muhafiz.itest.stand.RunningArchive;

/** The objects as they lie on disk below the S3 server. */
public record Bucket(Path folder) {
    public static Bucket of(RunningArchive archive) {
        return new Bucket(archive.home().resolve("objects"));
    }

    /** Each object's file and its length, but for the log's tiles. */
    public Map<Path, Long> listing() {
        Map<Path, Long> listing = new TreeMap<>();
        for (Path file : documents()) {
            try {
                listing.put(file, Files.size(file));
            } catch (IOException gone) {
                continue; // deleted since it was listed
            }
        }
        return listing;
    }

    public long bytes() {
        return listing().values().stream().mapToLong(Long::longValue).sum();
    }

    /** All but the log's tiles, which grow with whatever anybody does. */
    public List<Path> documents() {
        return files().stream()
                .filter(file -> !folder.relativize(file).toString().contains("/log/"))
                .toList();
    }

    public List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
