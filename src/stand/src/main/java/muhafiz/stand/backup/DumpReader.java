package muhafiz.stand.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import muhafiz.stand.home.StartRefused;
import org.postgresql.PGConnection;

/** A dump that is to be brought back: checked as a whole before the first row is written. */
final class DumpReader implements AutoCloseable {
    private final Path file;
    private final ZipFile zip;
    private final Dump dump;

    private DumpReader(Path file, ZipFile zip, Dump dump) {
        this.file = file;
        this.zip = zip;
        this.dump = dump;
    }

    /** @throws StartRefused where it is no whole dump of that kind */
    static DumpReader open(Path file, Dump.Kind kind) {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            DumpReader reader = new DumpReader(file, zip, manifest(file, zip));
            reader.check(kind);
            return reader;
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused(file + " is not a dump that can be read: " + e.getMessage(), e);
        }
    }

    private static Dump manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(Dump.MANIFEST))
                .orElseThrow(() -> new StartRefused(file + " has no " + Dump.MANIFEST + ": it is no dump of Muhafiz."));
        Properties lines = new Properties();
        try (InputStream in = zip.getInputStream(entry)) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Map<String, String> hashes = new TreeMap<>();
        lines.stringPropertyNames().stream()
                .filter(name -> name.startsWith("sha256."))
                .forEach(name -> hashes.put(name.substring("sha256.".length()), lines.getProperty(name)));
        return new Dump(
                Dump.Kind.valueOf(lines.getProperty("kind", "none").toUpperCase(Locale.ROOT)),
                lines.getProperty("archive", ""),
                lines.getProperty("schema", ""),
                Instant.parse(lines.getProperty("made-at", "")),
                Long.parseLong(lines.getProperty("newest-epoch", "")),
                hashes);
    }

    private void check(Dump.Kind kind) throws IOException {
        if (dump.kind() != kind) {
            throw new StartRefused(
                    file + " is a dump of kind " + dump.kind().word() + ", wanted is " + kind.word() + ".");
        }
        for (Map.Entry<String, String> table : dump.sha256().entrySet()) {
            try (DigestInputStream in = new DigestInputStream(table(table.getKey()), DumpWriter.sha256())) {
                in.transferTo(OutputStream.nullOutputStream());
                if (!HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(table.getValue())) {
                    throw new StartRefused(file + " is damaged: table " + table.getKey() + " is not what was written.");
                }
            }
        }
    }

    Dump dump() {
        return dump;
    }

    /** Puts every row into tables that hold none but what a fresh schema begins with; in the caller's transaction. */
    void load(Connection connection) throws SQLException, IOException {
        Tables.become(connection, dump.kind());
        String schema = dump.kind().schema();
        List<String> tables = new ArrayList<>(Tables.of(connection, schema));
        if (!dump.sha256().keySet().containsAll(tables)
                || !tables.containsAll(dump.sha256().keySet())) {
            throw new StartRefused(file + " has other tables than this archive's schema.");
        }
        for (String table : tables) {
            String name = schema + "." + table;
            try (Statement statement = connection.createStatement()) {
                if (isBegun(statement, name)) {
                    statement.execute("delete from " + name);
                }
            }
            try (InputStream rows = table(table)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + name + " from stdin", rows);
            }
            countOn(connection, name);
        }
    }

    /** What numbers itself goes on after the highest number that came. */
    private static void countOn(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("select attname from pg_attribute where attrelid = '" + table
                        + "'::regclass and attidentity <> ''")) {
            while (columns.next()) {
                String column = columns.getString(1);
                try (Statement setting = connection.createStatement()) {
                    setting.execute("select setval(pg_get_serial_sequence('" + table + "', '" + column + "'),"
                            + " coalesce(max(" + column + "), 0) + 1, false) from " + table);
                }
            }
        }
    }

    private static boolean isBegun(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select exists (select from " + table + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private InputStream table(String name) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(name))
                .orElseThrow(() -> new StartRefused(file + " is damaged: table " + name + " is not in it."));
        return zip.getInputStream(entry);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
