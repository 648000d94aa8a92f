package muhafiz.stand.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import muhafiz.stand.home.StartRefused;
import muhafiz.stand.schema.Database;
import org.jspecify.annotations.Nullable;

/**
 * Brings dumps back into a database that holds nothing yet. The archive that starts on it applies what was forgotten since, makes the
 * keys anew and rotates before its door opens (service.restore). One thread.
 */
public final class Restore {
    private final Database owner;

    /** @param owner of a migrated, empty schema */
    public Restore(Database owner) {
        this.owner = owner;
    }

    /**
     * Everything or nothing.
     *
     * @param keys taken after the data; where it is missing nothing can be opened
     * @throws StartRefused where the dumps are damaged, of two archives, of another schema, or the database holds an archive already
     */
    public void dumps(Path data, Path keys) throws SQLException, IOException {
        try (DumpReader rows = DumpReader.open(data, Dump.Kind.DATA);
                DumpReader ring = DumpReader.open(keys, Dump.Kind.KEY);
                Connection connection = owner.connect()) {
            agree(rows.dump(), ring.dump());
            connection.setAutoCommit(false);
            requireEmpty(connection, rows.dump());
            rows.load(connection);
            ring.load(connection);
            letGo(connection);
            mark(connection, rows.dump().madeAt(), ring.dump().madeAt());
            connection.commit();
        }
    }

    private static void agree(Dump data, Dump keys) {
        if (!data.archive().equals(keys.archive())) {
            throw new StartRefused("The two dumps are of two archives: the data of " + data.archive() + ", the keys of "
                    + keys.archive() + ".");
        }
        if (!data.schema().equals(keys.schema())) {
            throw new StartRefused("The data were dumped under schema " + data.schema() + ", the keys under "
                    + keys.schema() + ": take two of one schema.");
        }
        if (keys.madeAt().isBefore(data.madeAt())) {
            throw new StartRefused("The keys were dumped at " + keys.madeAt() + ", before the data (" + data.madeAt()
                    + "): what was received between would have no key. Take a key dump that is not older.");
        }
    }

    private static void requireEmpty(Connection connection, Dump data) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select schema_version,
                            exists (select from archive.log_index) or exists (select from archive.log_arrival) or exists (select from archive.case_file)
                        from archive.installation""")) {
            row.next();
            if (row.getBoolean(2)) {
                throw new StartRefused(
                        "The database holds an archive already. Restore into an empty one (another MUHAFIZ_HOME).");
            }
            if (!row.getString(1).equals(data.schema())) {
                throw new StartRefused("The dumps are of schema " + data.schema() + ", this build has "
                        + row.getString(1) + ". Restore with the build that made them, then start this one.");
            }
        }
    }

    /** Nobody of those who held a task or the log's lease is there any more. */
    private static void letGo(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("reset role");
            statement.execute(
                    "update archive.scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null");
            statement.execute(
                    "update archive.log_lease set holder = null, fence = fence + 1, held_until = '-infinity'");
        }
    }

    /** A database that came back as files: to be called when it runs. */
    public void markPhysical() throws SQLException {
        try (Connection connection = owner.connect()) {
            connection.setAutoCommit(false);
            letGo(connection);
            mark(connection, null, null);
            connection.commit();
        }
    }

    /** From now on objects without a row are swept again. */
    public void releaseOrphans() throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update archive.restoration set orphans_released_at = now() where orphans_released_at is null");
        }
    }

    private static void mark(Connection connection, @Nullable Instant data, @Nullable Instant keys)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into archive.restoration (id, data_made_at, keys_made_at) values (?, ?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, moment(data));
            insert.setObject(3, moment(keys));
            insert.executeUpdate();
        }
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return Optional.ofNullable(instant)
                .map(given -> OffsetDateTime.ofInstant(given, ZoneOffset.UTC))
                .orElse(null);
    }
}
