package muhafiz.stand.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.schema.Database;
import org.postgresql.PGConnection;

/**
 * Writes dumps: a ZIP of mode 0600 with PostgreSQL's COPY text of each table and a manifest, all of one moment. It is whole, or it is
 * not there.
 */
public final class DumpWriter {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Database owner;

    /** @param owner the role that owns the tables and may step into that of the key ring */
    public DumpWriter(Database owner) {
        this.owner = owner;
    }

    /** A file that was written, and what it says of itself. */
    public record Written(Path file, Dump dump) {}

    /** Writes {@code muhafiz-<kind>-<moment>.zip} into the folder, which is made where it is missing. */
    public Written write(Dump.Kind kind, Path folder) throws IOException, SQLException {
        PrivateFiles.folder(folder);
        try (Connection connection = owner.connect()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Moment moment = moment(connection);
            Path file = folder.resolve("muhafiz-" + kind.word() + "-" + STAMP.format(moment.at()) + ".zip");
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Dump dump = write(connection, kind, moment, fresh);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.sync(folder);
            return new Written(file, dump);
        }
    }

    private record Moment(Instant at, String archive, String schema, long newestEpoch) {}

    private static Moment moment(Connection connection) throws SQLException {
        long newest = Tables.newestEpoch(connection);
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select now(), archive_id, schema_version from archive.installation")) {
            row.next();
            return new Moment(
                    row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2), row.getString(3), newest);
        }
    }

    private static Dump write(Connection connection, Dump.Kind kind, Moment moment, Path file)
            throws IOException, SQLException {
        try (FileChannel channel = FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                ZipOutputStream zip =
                        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
            Map<String, String> hashes = tables(connection, kind, zip);
            Dump dump = new Dump(kind, moment.archive(), moment.schema(), moment.at(), moment.newestEpoch(), hashes);
            zip.putNextEntry(new ZipEntry(Dump.MANIFEST));
            zip.write(dump.lines().entrySet().stream()
                    .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.finish();
            zip.flush();
            channel.force(true);
            return dump;
        }
    }

    private static Map<String, String> tables(Connection connection, Dump.Kind kind, ZipOutputStream zip)
            throws IOException, SQLException {
        Map<String, String> hashes = new TreeMap<>();
        Tables.become(connection, kind);
        for (String table : Tables.of(connection, kind.schema())) {
            zip.putNextEntry(new ZipEntry(table));
            DigestOutputStream hashed = new DigestOutputStream(notClosing(zip), sha256());
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (" + Tables.inOrderOfKeys(connection, kind.schema() + "." + table) + ") to stdout",
                            hashed);
            hashed.flush();
            zip.closeEntry();
            hashes.put(table, HexFormat.of().formatHex(hashed.getMessageDigest().digest()));
        }
        return hashes;
    }

    private static OutputStream notClosing(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
