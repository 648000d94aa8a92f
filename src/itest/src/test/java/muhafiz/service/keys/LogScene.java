package muhafiz.service.keys;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** A real database with a key ring, for tests of the log that stands on it. */
public final class LogScene implements AutoCloseable {
    private final KeyDatabase database;
    private final KeyTree tree;

    private LogScene(KeyDatabase database) {
        this.database = database;
        this.tree = new KeyTree(database, Map.of("main", new MemoryRoots()));
        tree.rotate(1);
    }

    /** With nothing in it. */
    public static LogScene start() throws Exception {
        KeyDatabase database = KeyDatabase.start();
        database.empty();
        return new LogScene(database);
    }

    /** Enlisted in the transaction of its thread. */
    public DataSource source() {
        return database.source();
    }

    public Keyring keyring() {
        return tree.keyring;
    }

    public ServiceKeys serviceKeys() {
        return new ServiceKeys(database.source(), tree.keyring, InstantSource.system());
    }

    /** Does it and commits. */
    public <T> T inTransaction(Callable<T> work) {
        return database.inTransaction(work);
    }

    /** A person whom the archive knows. */
    public UUID person() throws SQLException {
        UUID person = UUID.randomUUID();
        database.asSuperuser("insert into archive.data_subject (id, leaf_id, sealed, created_on) values ('" + person
                + "', gen_random_uuid(), '', now())");
        return person;
    }

    /** The leaves of a person's log keys. */
    public Set<UUID> keysOf(UUID person) throws SQLException {
        return database.read(
                "select leaf_id from archive.subject_log_key where subject_id = '" + person + "'",
                row -> row.getObject(1, UUID.class));
    }

    /** Every entry that waits for its place, in its final bytes. */
    public Set<byte[]> arrivals() throws SQLException {
        return database.read("select leaf from archive.log_arrival", row -> row.getBytes(1));
    }

    @Override
    public void close() {
        database.close();
    }
}
