package muhafiz.itest.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;

/** A copy of the shipped configuration in which a test may change single words. */
public record ChangedConfig(Path folder) {
    private static final List<String> FILES = List.of("policy.yaml", "archive.properties");

    /** @param folder made anew */
    public static ChangedConfig of(StandSettings settings, Path folder) {
        try {
            PrivateFiles.remove(folder);
            Files.createDirectories(folder);
            for (String file : FILES) {
                Files.copy(settings.config().resolve(file), folder.resolve(file));
            }
            return new ChangedConfig(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException unless the shipped text stands in the file exactly once */
    public ChangedConfig with(String file, String shipped, String changed) {
        try {
            String text = Files.readString(folder.resolve(file));
            if (text.split(Pattern.quote(shipped), -1).length != 2) {
                throw new IllegalArgumentException(file + " does not say this once: " + shipped);
            }
            Files.writeString(folder.resolve(file), text.replace(shipped, changed));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
