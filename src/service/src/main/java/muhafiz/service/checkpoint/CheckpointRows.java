package muhafiz.service.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.service.config.Statements;
import muhafiz.service.log.Lease;

/** Published checkpoints and the keys that signed them; inserted, never changed. In the caller's transaction, if any. */
@ApplicationScoped
public class CheckpointRows {
    private final Statements sql;

    @Inject
    public CheckpointRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /**
     * A key of the log.
     *
     * @param number from 1
     * @param from the place of the entry that tells of it; empty before it has one
     * @param statement the signed note by which the key before it names it; empty for the first
     */
    record Key(int number, VerifierKey key, OptionalLong from, Optional<SignedNote> statement) {}

    public Optional<Published> newest() {
        return sql.first(
                "select note, published_at from archive.log_checkpoint order by size desc limit 1",
                CheckpointRows::published);
    }

    /** The smallest checkpoint that has the entry of this place. */
    Optional<Published> firstWith(long seq) {
        return sql.first(
                "select note, published_at from archive.log_checkpoint where size > ? order by size limit 1",
                CheckpointRows::published,
                seq);
    }

    private static Published published(ResultSet row) throws SQLException {
        SignedNote note = SignedNote.parse(row.getString(1));
        return new Published(
                Checkpoint.parse(note.text()),
                note,
                row.getObject(2, OffsetDateTime.class).toInstant());
    }

    /** Whether the lease is still the one that the database knows. */
    boolean isHeld(Lease lease) {
        return sql.one(
                "select exists (select from archive.log_lease where holder = ? and fence = ?)",
                row -> row.getBoolean(1),
                lease.node(),
                lease.fence());
    }

    /** Shows a checkpoint; false where the lease is another's by now, or a larger one has been shown. */
    boolean publish(Lease lease, long size, SignedNote note) {
        return sql.one(
                "select archive.log_publish(?, ?, ?, ?)",
                row -> row.getBoolean(1),
                lease.node(),
                lease.fence(),
                size,
                note.asText());
    }

    /** All keys there ever were, oldest first. */
    List<Key> keys() {
        return sql.all("""
                select k.number, k.vkey, coalesce(i.seq, -1), k.statement
                from archive.log_key k left join archive.log_index i on i.entry_id = k.entry_id order by k.number""", CheckpointRows::key);
    }

    private static Key key(ResultSet row) throws SQLException {
        long from = row.getLong(3);
        return new Key(
                row.getInt(1),
                VerifierKey.parse(row.getString(2)),
                from < 0 ? OptionalLong.empty() : OptionalLong.of(from),
                Optional.of(row.getString(4)).filter(text -> !text.isEmpty()).map(SignedNote::parse));
    }

    /** Until the transaction ends nobody else changes the keys. */
    void holdKeys() {
        sql.all("select pg_advisory_xact_lock(hashtext('muhafiz log key'))", row -> true);
    }

    void addKey(Key key, UUID entry) {
        sql.change(
                "insert into archive.log_key (number, vkey, statement, entry_id) values (?, ?, ?, ?)",
                key.number(),
                key.key().vkey(),
                key.statement().map(SignedNote::asText).orElse(""),
                entry);
    }
}
