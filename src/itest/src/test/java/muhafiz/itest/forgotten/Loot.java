package muhafiz.itest.forgotten;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.stand.schema.Database;

/** Everything somebody took who may read the whole database and the whole bucket, each time he came; he throws nothing away. */
final class Loot {
    private static final String PATHS = """
            select l.id, l.version, l.wrapped, p.id, p.version, p.wrapped, e.id, e.version, w.root, w.wrapped
            from keyring.leaf l join keyring.page p on p.id = l.page_id join keyring.epoch e on e.id = p.epoch_id
            join keyring.epoch_wrap w on w.epoch_id = e.id""";

    private static final String LEAVES = """
            select entry_id, leaf from archive.log_arrival
            union all select i.entry_id, e.leaf from archive.log_index i join archive.log_entry e on e.seq = i.seq""";

    /** A wrap, and the parent it is under. */
    record Wrap(UUID id, int version, byte[] wrapped, UUID parent, int parentVersion) {}

    /** An epoch's key under a root. */
    record EpochWrap(UUID id, int version, byte[] wrapped, String root) {}

    /** Ciphertext and the leaf it is under. */
    record Sealed(UUID leaf, UUID owner, UUID version, String part, byte[] bytes) {}

    /** A document's bytes, as they lay in the bucket. */
    record SealedDocument(UUID leaf, UUID document, UUID version, long length, List<byte[]> segments) {}

    final Map<String, EpochWrap> epochs = new HashMap<>();
    final Map<String, Wrap> pages = new HashMap<>();
    final Map<String, Wrap> leaves = new HashMap<>();
    final Map<String, Sealed> fields = new HashMap<>();
    final Map<UUID, SealedDocument> documents = new HashMap<>();
    final List<byte[]> tokens = new ArrayList<>();
    final Map<UUID, byte[]> log = new HashMap<>();
    UUID archive = new UUID(0, 0);

    /** Takes what is there now. */
    void take(RunningArchive from) {
        Database superuser = LogBook.bySuperuser(from).owner();
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            each(statement, PATHS, this::takePath);
            each(statement, "select archive_id from archive.installation", row -> archive = uuid(row, 1));
            each(statement, "select id, leaf_id, sealed from archive.case_file", row -> takeFields(row, "case"));
            each(statement, "select id, leaf_id, sealed from archive.case_party", row -> takeFields(row, "party"));
            each(statement, "select id, version_id, leaf_id, about, findings from archive.document", this::takeAbout);
            each(
                    statement,
                    "select leaf_id, id, version_id, sealed_length, segments from archive.document",
                    row -> takeDocument(row, from.home().resolve("objects/muhafiz")));
            each(statement, "select duplicate_token from archive.document", row -> tokens.add(row.getBytes(1)));
            each(
                    statement,
                    "select token from archive.idempotency union all select token from archive.attempt",
                    row -> tokens.add(row.getBytes(1)));
            each(statement, "select token from archive.blind_index", row -> tokens.add(row.getBytes(1)));
            each(statement, LEAVES, row -> log.put(uuid(row, 1), row.getBytes(2)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private static void each(Statement statement, String question, Row row) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                row.take(rows);
            }
        }
    }

    private void takePath(ResultSet row) throws SQLException {
        UUID page = uuid(row, 4);
        UUID epoch = uuid(row, 7);
        leaves.putIfAbsent(
                uuid(row, 1) + " " + page + " " + row.getInt(5),
                new Wrap(uuid(row, 1), row.getInt(2), row.getBytes(3), page, row.getInt(5)));
        pages.putIfAbsent(
                page + " " + row.getInt(5) + " " + epoch,
                new Wrap(page, row.getInt(5), row.getBytes(6), epoch, row.getInt(8)));
        epochs.putIfAbsent(
                epoch + " " + row.getString(9),
                new EpochWrap(epoch, row.getInt(8), row.getBytes(10), row.getString(9)));
    }

    private void takeFields(ResultSet row, String part) throws SQLException {
        UUID leaf = uuid(row, 2);
        fields.putIfAbsent(part + leaf, new Sealed(leaf, uuid(row, 1), leaf, part, row.getBytes(3)));
    }

    private void takeAbout(ResultSet row) throws SQLException {
        UUID leaf = uuid(row, 3);
        fields.putIfAbsent("about" + leaf, new Sealed(leaf, uuid(row, 1), uuid(row, 2), "about", row.getBytes(4)));
        if (row.getBytes(5) != null) {
            fields.put("findings" + leaf, new Sealed(leaf, uuid(row, 1), uuid(row, 2), "findings", row.getBytes(5)));
        }
    }

    private void takeDocument(ResultSet row, Path bucket) throws SQLException {
        UUID version = uuid(row, 3);
        if (documents.containsKey(uuid(row, 2))) {
            return;
        }
        List<byte[]> segments = new ArrayList<>();
        for (int segment = 0; segment < row.getInt(5); segment++) {
            try {
                segments.add(Files.readAllBytes(bucket.resolve(version + "/original/" + segment)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        documents.put(uuid(row, 2), new SealedDocument(uuid(row, 1), uuid(row, 2), version, row.getLong(4), segments));
    }

    private static UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
