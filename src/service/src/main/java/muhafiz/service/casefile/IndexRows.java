package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** The blind index: keyed tokens that lead to cases, in a table that no backup and no WAL holds. Within the caller's transaction. */
@ApplicationScoped
class IndexRows {
    /** No value has this token; it stands in the table once the generation is complete, and is lost with the table. */
    private static final byte[] COMPLETE = new byte[16];

    private static final UUID NO_CASE = new UUID(0, 0);

    /** Held for share while a case is added or taken off, alone while a renewal begins. */
    private static final long ADDING = 7223603;

    private static final long REBUILDING = 7223602;

    private final Statements sql;

    @Inject
    IndexRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /**
     * @param serves whether it was complete once: look-ups ask it, and no older one
     * @param making from which signs its tokens are
     */
    record Generation(UUID id, UUID leaf, boolean serves, int making, Instant madeAt) {}

    /** What a look-up gave; {@code complete} is false where the table was lost or is not yet filled. */
    record Found(boolean complete, List<UUID> cases) {}

    /** The one that look-ups ask first; another one only while it is being built. */
    List<Generation> all() {
        return sql.all("""
                select id, leaf_id, state = 'serving', making, made_at from archive.index_generation where state <> 'retired'
                order by state = 'serving' desc, made_at""", IndexRows::generation);
    }

    private static Generation generation(ResultSet row) throws SQLException {
        return new Generation(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getBoolean(3),
                row.getInt(4),
                row.getTimestamp(5).toInstant());
    }

    /** Until the transaction ends no renewal begins to read the cases. */
    void adding() {
        sql.all("select pg_advisory_xact_lock_shared(?)", row -> true, ADDING);
    }

    /** Returns when everybody who was adding is done. */
    void awaitAdders() {
        sql.all("select pg_advisory_xact_lock(?)", row -> true, ADDING);
    }

    void put(UUID generation, List<byte[]> tokens, UUID caseId) {
        sql.change(
                "insert into archive.blind_index (generation, token, case_id) select ?, t, ? from unnest(?) t on conflict do nothing",
                generation,
                caseId,
                tokens.toArray(byte[][]::new));
    }

    void remove(UUID generation, List<byte[]> tokens, UUID caseId) {
        sql.change(
                "delete from archive.blind_index where generation = ? and token = any(?) and case_id = ?",
                generation,
                tokens.toArray(byte[][]::new),
                caseId);
    }

    /** Nothing of this generation is left but its key. */
    void remove(UUID generation) {
        sql.change("delete from archive.blind_index where generation = ?", generation);
        sql.change("delete from archive.index_generation where id = ?", generation);
    }

    /** Nobody asks it any more, and it has no tokens; its key is to be destroyed. */
    void retire(UUID generation) {
        sql.change("delete from archive.blind_index where generation = ?", generation);
        sql.change("update archive.index_generation set state = 'retired' where id = ?", generation);
    }

    /** The leaves of those that were retired. */
    Set<UUID> retired() {
        return Set.copyOf(sql.all(
                "select leaf_id from archive.index_generation where state = 'retired'",
                row -> row.getObject(1, UUID.class)));
    }

    void strikeRetired(Set<UUID> leaves) {
        leaves.forEach(leaf ->
                sql.change("delete from archive.index_generation where state = 'retired' and leaf_id = ?", leaf));
    }

    void add(Generation generation) {
        sql.change(
                "insert into archive.index_generation (id, leaf_id, state, expected, making, made_at) values (?, ?, 'building', 0, ?, ?)",
                generation.id(),
                generation.leaf(),
                generation.making(),
                generation.madeAt());
    }

    /**
     * The cases that have any of the tokens, those with the most first, a whole token counting more than a coarse one.
     *
     * @param most how many at most
     */
    Found find(UUID generation, List<byte[]> tokens, Within within, int most) {
        List<Object> values = new ArrayList<>(List.of(generation, tokens.toArray(byte[][]::new)));
        values.addAll(within.values());
        values.addAll(List.of(most, generation, COMPLETE));
        List<UUID> ids = sql.all(
                """
                with found as materialized (
                    select i.case_id from archive.blind_index i %s
                    where i.generation = ? and i.token = any(?) and %s
                    group by i.case_id order by sum(length(i.token)) desc, i.case_id limit ?)
                select case_id from found
                union all select cast('00000000-0000-0000-0000-000000000000' as uuid) where exists (
                    select from archive.blind_index where generation = ? and token = ?)""".formatted(
                                within.equals(Within.ALL) ? "" : "join archive.case_file c on c.id = i.case_id",
                                within.condition()),
                row -> row.getObject(1, UUID.class),
                values.toArray());
        List<UUID> cases = ids.stream().filter(id -> !id.equals(NO_CASE)).toList();
        return new Found(cases.size() < ids.size(), cases);
    }

    boolean isComplete(UUID generation) {
        return sql.one(
                "select exists (select from archive.blind_index where generation = ? and token = ?)",
                row -> row.getBoolean(1),
                generation,
                COMPLETE);
    }

    /** Says that every case is in; the logged row keeps how many there were. */
    void complete(UUID generation) {
        put(generation, List.of(COMPLETE), NO_CASE);
        sql.change(
                "update archive.index_generation set state = 'serving', expected = (select count(*) from archive.case_file) where archive.whole_sight() and id = ?",
                generation);
    }

    /** True for the one node that may rebuild until its transaction ends. */
    boolean mayRebuild() {
        return sql.one("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), REBUILDING);
    }
}
