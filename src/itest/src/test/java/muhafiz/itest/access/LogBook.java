package muhafiz.itest.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.proof.log.LogLeaf;
import muhafiz.stand.schema.Database;

/** The log as it stands in the database, seen by the owner: what was committed, whether or not it has its place yet. */
public record LogBook(Database owner) {
    private static final String NOW = """
            select entry_id, -1 from archive.log_arrival
            union all select null, coalesce(max(seq), -1) from archive.log_index""";
    private static final String LATER = """
            select entry_id, leaf from archive.log_arrival
            union all select i.entry_id, e.leaf from archive.log_index i join archive.log_entry e on e.seq = i.seq where i.seq > %d""";

    public static LogBook of(RunningArchive archive) {
        return new LogBook(archive.stand().ownerDatabase());
    }

    /** The same database, the key ring too, as whoever is superuser sees it. */
    public static LogBook bySuperuser(RunningArchive archive) {
        try {
            String password = Files.readString(archive.home().resolve("secrets/db-superuser-password"))
                    .strip();
            return new LogBook(archive.stand().ownerDatabase().as("postgres", password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The log at one moment.
     *
     * @param last the last place that an entry had
     * @param waiting entries that had none yet
     */
    public record Mark(LogBook book, long last, Set<UUID> waiting) {
        /** Whether there was no entry at all. */
        public boolean isEmpty() {
            return last < 0 && waiting.isEmpty();
        }

        /** Entries written since then by anybody but the archive itself, in no order. */
        public List<LogLeaf> since() {
            return allSince().stream()
                    .filter(leaf -> !leaf.publicPart().role().equals("archive"))
                    .toList();
        }

        /** The same with the archive's own. */
        public List<LogLeaf> allSince() {
            return book.entries(this);
        }
    }

    public Mark mark() {
        Set<UUID> waiting = new HashSet<>();
        long[] last = new long[1];
        query(NOW, row -> {
            UUID entry = row.getObject(1, UUID.class);
            if (entry == null) {
                last[0] = row.getLong(2);
            } else {
                waiting.add(entry);
            }
        });
        return new Mark(this, last[0], waiting);
    }

    /** RFC 6962 leaf hash in lower-case hex of the entry at that place; empty where there is none. */
    public String leafHashAt(long place) {
        StringBuilder hash = new StringBuilder();
        query(
                "select leaf_hash from archive.log_index where seq = " + place,
                row -> hash.append(HexFormat.of().formatHex(row.getBytes(1))));
        return hash.toString();
    }

    private List<LogLeaf> entries(Mark mark) {
        List<LogLeaf> entries = new ArrayList<>();
        query(LATER.formatted(mark.last()), row -> {
            if (!mark.waiting().contains(row.getObject(1, UUID.class))) {
                entries.add(LogLeaf.decode(row.getBytes(2)));
            }
        });
        return entries;
    }

    /** One row of a result. */
    public interface Row {
        void read(ResultSet row) throws SQLException;
    }

    public void query(String sql, Row each) {
        try {
            KeptConnections.lend(owner, connection -> read(connection, sql, each));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void read(Connection connection, String sql, Row each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                each.read(rows);
            }
        }
    }

    public void execute(String sql) {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
