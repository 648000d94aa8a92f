package muhafiz.service.restore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import muhafiz.service.keys.Tombstone;

/** Rows that name a leaf, whatever table they are of; within the caller's transaction. */
@ApplicationScoped
class RestoreRows {
    private final EntityManager database;

    @Inject
    RestoreRows(EntityManager database) {
        this.database = database;
    }

    /** Tables whose rows have an id and a leaf. */
    enum Table {
        DOCUMENT("archive.document"),
        CASE("archive.case_file"),
        PARTY("archive.case_party"),
        SUBJECT("archive.data_subject");

        private final String name;

        Table(String name) {
            this.name = name;
        }
    }

    /** A row and its leaf. */
    record Named(UUID id, UUID leaf) {}

    /** Some rows after this one, in the order of their ids. */
    List<Named> after(Table table, UUID id, int most) {
        List<?> rows = query("select id, leaf_id from " + table.name + " where id > ?1 order by id limit ?2", id, most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Named((UUID) row[0], (UUID) row[1]))
                .toList();
    }

    /** All leaves of the archive's own keys. */
    List<UUID> ofArchive() {
        return leaves("""
                select leaf_id from archive.service_key
                union all select leaf_id from archive.index_generation""");
    }

    /** Some leaves of persons' log keys. */
    List<UUID> ofLog(UUID after, int most) {
        return leaves(
                "select leaf_id from archive.subject_log_key where leaf_id > ?1 order by leaf_id limit ?2",
                after,
                most);
    }

    private List<UUID> leaves(String question, Object... values) {
        Query query = database.createNativeQuery(question, UUID.class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** Names of the archive's own that have no key any more: they are made anew when they are asked for. */
    void strike(List<UUID> leaves) {
        if (!leaves.isEmpty()) {
            write("delete from archive.service_key where leaf_id in ?1", leaves);
            write(
                    "delete from archive.blind_index where generation in"
                            + " (select id from archive.index_generation where leaf_id in ?1)",
                    leaves);
            write("delete from archive.index_generation where leaf_id in ?1", leaves);
        }
    }

    void strikeLogKey(UUID leaf) {
        write("delete from archive.subject_log_key where leaf_id = ?1", leaf);
    }

    /** Another key for the rest of the year; the numbers go on, so that what is lost shows. */
    void replaceLogKey(UUID leaf, UUID with) {
        write("update archive.subject_log_key set leaf_id = ?2 where leaf_id = ?1", leaf, with);
    }

    void removeParty(UUID id) {
        write("delete from archive.case_party where id = ?1", id);
    }

    /** The order of a tombstone, where the copy is older than it. */
    void know(Tombstone tombstone) {
        write("""
                insert into archive.destruction_order
                    (id, ground, ordered_at, state, index_renewed, keys_destroyed_at, epoch)
                values (?1, 'restored', ?2, 'keys-destroyed', true, ?2, ?3) on conflict do nothing""", tombstone.order(), tombstone.destroyedAt(), tombstone.epoch());
    }

    /** Whether this database was brought back and has not yet heard what was forgotten since. */
    boolean isUnapplied() {
        return (Boolean) query("select exists (select from archive.restoration where applied_at is null)")
                .getSingleResult();
    }

    void applied(Instant now) {
        write("update archive.restoration set applied_at = ?1 where applied_at is null", now);
    }

    /** A restoration that nobody told this database of. */
    void found(UUID id) {
        write("insert into archive.restoration (id) values (?1)", id);
    }

    private void write(String statement, Object... values) {
        query(statement, values).executeUpdate();
    }

    private Query query(String statement, Object... values) {
        Query query = database.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
