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
     * @param entry the place of the entry that tells of it; empty before it has one
     * @param from the tree size from which on it signs; empty before that is known
     * @param statement the signed note by which the key before it names it; empty for the first, and where that was lost
     */
    record Key(int number, VerifierKey key, OptionalLong entry, OptionalLong from, Optional<SignedNote> statement) {}

    public Optional<Published> newest() {
        return sql.first(
                "select note, published_at from archive.log_checkpoint order by size desc limit 1",
                CheckpointRows::published);
    }

    /** Time since the first entry was written that no checkpoint has; 0 where all have one. */
    long lagMillis() {
        return sql.first("""
                        select greatest(0, extract(epoch from clock_timestamp() - e.recorded_at) * 1000)::bigint
                        from archive.log_entry e
                        where e.seq = (select coalesce(max(c.size), 0) from archive.log_checkpoint c)""", row -> row.getLong(1)).orElse(0L);
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
        return sql.all(
                """
                select k.number, k.vkey, i.seq, case when k.number = 1 then 0 else c.size end, coalesce(c.statement, '')
                from archive.log_key k left join archive.log_key_change c on c.number = k.number
                left join archive.log_index i on i.entry_id = k.entry_id order by k.number""",
                row -> new Key(
                        row.getInt(1),
                        VerifierKey.parse(row.getString(2)),
                        number(row, 3),
                        number(row, 4),
                        Optional.of(row.getString(5))
                                .filter(text -> !text.isEmpty())
                                .map(SignedNote::parse)));
    }

    private static OptionalLong number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** Until the transaction ends nobody else changes the keys. */
    void holdKeys() {
        sql.all("select pg_advisory_xact_lock(hashtext('muhafiz log key'))", row -> true);
    }

    void addKey(int number, VerifierKey key, UUID entry) {
        sql.change("insert into archive.log_key (number, vkey, entry_id) values (?, ?, ?)", number, key.vkey(), entry);
    }

    /** A key that was made here once, of which these rows do not know. */
    void adopt(ShelvedKeys.Named named) {
        sql.change(
                "insert into archive.log_key (number, vkey) values (?, ?)",
                named.number(),
                named.change().newKey().vkey());
        begin(named.number(), named.change().size(), Optional.of(named.statement()));
    }

    /** From that size on the key signs; said once. */
    void begin(int number, long size, Optional<SignedNote> statement) {
        sql.change(
                "insert into archive.log_key_change (number, size, statement) values (?, ?, ?) on conflict do nothing",
                number,
                size,
                statement.map(SignedNote::asText).orElse(""));
    }
}
