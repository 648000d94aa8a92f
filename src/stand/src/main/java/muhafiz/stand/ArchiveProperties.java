package muhafiz.stand;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import muhafiz.stand.home.StartRefused;

/** The keys of {@code config/archive.properties} that the stand itself obeys; the archive reads the others. */
record ArchiveProperties(String heap, int poolMost, int horizon, boolean wantsOwnTimestamps) {
    private static final String HEAP = "server.heap";
    private static final String POOL_MOST = "database.pool.most";
    private static final String HORIZON = "keys.horizon";
    private static final String TIMESTAMPS = "evidence.tsa.url";

    ArchiveProperties {
        if (!heap.matches("[1-9][0-9]*[mg]")) {
            throw new StartRefused(HEAP + " is a size such as 512m or 2g, was " + heap + ".");
        }
        if (poolMost < 4 || poolMost > 1000) {
            throw new StartRefused(POOL_MOST + " is a number of connections from 4 to 1000, was " + poolMost + ".");
        }
    }

    static ArchiveProperties read(Path config) {
        Properties keys = new Properties();
        Path file = config.resolve("archive.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                keys.load(reader);
            } catch (IOException e) {
                throw new StartRefused("The file " + file + " cannot be read.", e);
            }
        }
        return new ArchiveProperties(
                keys.getProperty(HEAP, "512m"),
                number(keys, POOL_MOST, "32"),
                number(keys, HORIZON, "7"),
                keys.getProperty(TIMESTAMPS, "").isBlank());
    }

    private static int number(Properties keys, String key, String standard) {
        String number = keys.getProperty(key, standard).strip();
        if (!number.matches("[0-9]{1,4}")) {
            throw new StartRefused(key + " is a number, was " + number + ".");
        }
        return Integer.parseInt(number);
    }
}
