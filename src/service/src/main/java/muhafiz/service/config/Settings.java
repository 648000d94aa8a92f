package muhafiz.service.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Where things are on this machine, and what the operator decided. Immutable once made; safe for all threads. */
@ApplicationScoped
public class Settings {
    private final Properties settings;
    private final ArchiveProperties archive;

    /** Reads the files named by the system property {@code muhafiz.settings}. */
    public Settings() {
        String named = System.getProperty("muhafiz.settings");
        if (named == null) {
            throw new IllegalStateException("the system property muhafiz.settings must name the settings file");
        }
        this.settings = read(Path.of(named));
        this.archive = new ArchiveProperties(operatorsKeys(settings));
    }

    private static Properties operatorsKeys(Properties settings) {
        Path file = Path.of(settings.getProperty("config", "config")).resolve("archive.properties");
        return Files.exists(file) ? read(file) : new Properties();
    }

    public ArchiveProperties archive() {
        return archive;
    }

    /** Whether this start is a restore drill: what was brought back is examined aside, and the door never opens. */
    public boolean isRestoreDrill() {
        return Boolean.getBoolean("muhafiz.restore.drill");
    }

    /** The folder an operator edits: policy and archive.properties. */
    public Path configFolder() {
        return Path.of(required("config"));
    }

    public Path rootsFolder() {
        return Path.of(required("roots"));
    }

    public String required(String key) {
        return optional(key).orElseThrow(() -> new IllegalStateException("settings.properties lacks " + key));
    }

    public Optional<String> optional(String key) {
        return Optional.ofNullable(settings.getProperty(key)).map(String::trim).filter(value -> !value.isEmpty());
    }

    /** The content of a secret's file, without its line end. */
    public String secret(String key) {
        try {
            return Files.readString(Path.of(required(key))).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the file that " + key + " names cannot be read", e);
        }
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.getFileName(), e);
        }
        return properties;
    }
}
