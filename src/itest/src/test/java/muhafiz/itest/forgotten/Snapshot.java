package muhafiz.itest.forgotten;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import muhafiz.itest.access.Bucket;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.RunningArchive;

/** Every row of every table and every object of the bucket at one moment, as whoever is superuser sees them. */
record Snapshot(List<Row> rows) {
    private static final int SMALL = 64 * 1024;
    private static final Set<String> ENTRIES = Set.of("archive.log_entry", "archive.log_arrival", "archive.log_index");
    private static final String TABLES = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('archive', 'keyring') and c.relkind = 'r' order by 1""";

    /**
     * A row, or an object with its labels as a row of the table {@code bucket}.
     *
     * @param xmin the transaction that wrote this version of it; 0 for an object
     * @param values bytes as {@code byte[]}, everything else as text
     */
    record Row(String table, long xmin, Map<String, Object> values) {
        String text(String column) {
            return String.valueOf(values.get(column));
        }

        byte[] bytes(String column) {
            return (byte[]) values.get(column);
        }

        boolean isOfTheLog() {
            return ENTRIES.contains(table) || text("path").startsWith("log/");
        }
    }

    static Snapshot of(RunningArchive archive) {
        LogBook superuser = LogBook.bySuperuser(archive);
        List<String> tables = new ArrayList<>();
        superuser.query(TABLES, row -> tables.add(row.getString(1)));
        List<Row> rows = new ArrayList<>();
        for (String table : tables) {
            superuser.query(
                    "select cast(cast(xmin as text) as bigint), t.* from " + table + " t",
                    row -> rows.add(new Row(table, row.getLong(1), values(row))));
        }
        Bucket.of(archive).files().forEach(file -> rows.add(object(archive, file)));
        return new Snapshot(rows);
    }

    List<Row> of(String table) {
        return rows.stream().filter(row -> row.table().equals(table)).toList();
    }

    private static Map<String, Object> values(ResultSet row) throws SQLException {
        Map<String, Object> values = new TreeMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 2; column <= columns.getColumnCount(); column++) {
            boolean isBytes = columns.getColumnTypeName(column).equals("bytea");
            Object value = isBytes ? row.getBytes(column) : row.getString(column);
            if (value != null) {
                values.put(columns.getColumnName(column), value);
            }
        }
        return values;
    }

    /** Its name, its labels, and, where it is small, its bytes. */
    private static Row object(RunningArchive archive, Path file) {
        Map<String, Object> values = new TreeMap<>();
        Path bucket = archive.home().resolve("objects/muhafiz");
        values.put("path", (file.startsWith(bucket) ? bucket.relativize(file) : file).toString());
        try {
            UserDefinedFileAttributeView labels = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
            for (String name : labels.list()) {
                ByteBuffer value = ByteBuffer.allocate(labels.size(name));
                labels.read(name, value);
                values.put(name, new String(value.array(), StandardCharsets.ISO_8859_1));
            }
            if (Files.size(file) <= SMALL) {
                values.put("content", Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Row("bucket", 0, values);
    }
}
