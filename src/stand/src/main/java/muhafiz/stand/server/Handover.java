package muhafiz.stand.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muhafiz.stand.home.Home;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.schema.Database;

/** Writes the files by which the server learns where everything is and how it logs in. */
public final class Handover {
    private final Home home;
    private final Map<String, String> settings = new TreeMap<>();

    public Handover(Home home) {
        this.home = home;
        home.folder("run");
    }

    public Handover with(String key, Object value) {
        settings.put(key, value.toString());
        return this;
    }

    /** The settings file: paths and names, no secrets. */
    public Path write() {
        String lines = settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + escaped(entry.getValue()))
                .collect(Collectors.joining("\n", "", "\n"));
        return write("run/settings.properties", lines);
    }

    /** The password file of the database driver, for the server's own role only. */
    public Path writePasswordOf(Database app) {
        return write("run/pgpass", "*:*:*:" + field(app.user()) + ":" + field(app.password()) + "\n");
    }

    private Path write(String name, String text) {
        try {
            Path file = home.path(name);
            PrivateFiles.write(file, text);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(String value) {
        return value.replace("\\", "\\\\").replace(":", "\\:");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
