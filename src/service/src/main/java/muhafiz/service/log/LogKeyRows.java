package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Persons' log keys on their way to their end, and the rows of entries whose keys are gone; within the caller's transaction. */
@ApplicationScoped
class LogKeyRows {
    private final EntityManager database;

    @Inject
    LogKeyRows(EntityManager database) {
        this.database = database;
    }

    /** A person's log key of a year. */
    record Key(UUID person, int year, UUID leaf) {}

    List<Key> of(UUID person) {
        return keys(
                "select subject_id, calendar_year, leaf_id from archive.subject_log_key where subject_id = ?1", person);
    }

    /** Keys of that year and earlier ones. */
    List<Key> upTo(int year) {
        return keys(
                "select subject_id, calendar_year, leaf_id from archive.subject_log_key where calendar_year <= ?1",
                year);
    }

    /** Keys that outlived their person. */
    List<Key> left() {
        return keys("""
                select subject_id, calendar_year, leaf_id from archive.subject_log_key k
                where not exists (select from archive.data_subject s where s.id = k.subject_id) and ?1 = 1""", 1);
    }

    private List<Key> keys(String question, Object value) {
        List<?> rows =
                database.createNativeQuery(question).setParameter(1, value).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Key((UUID) row[0], ((Number) row[1]).intValue(), (UUID) row[2]))
                .toList();
    }

    void strike(Collection<UUID> leaves) {
        database.createNativeQuery("delete from archive.subject_log_key where leaf_id in :leaves")
                .setParameter("leaves", leaves)
                .executeUpdate();
    }

    /** The place below which every entry was written before that moment; empty where there is none to strike out. */
    OptionalLong below(Instant moment) {
        List<?> found = database.createNativeQuery("""
                        select coalesce(
                            (select min(seq) from archive.log_entry where recorded_at >= :moment),
                            (select max(seq) + 1 from archive.log_entry))""", Long.class)
                .setParameter("moment", moment)
                .getResultList();
        return found.get(0) == null ? OptionalLong.empty() : OptionalLong.of((Long) found.get(0));
    }

    /** Strikes out the entries below that place, all older than {@code before}; their hashes stay. @return how many */
    long prune(long below, Instant before) {
        return (Long) database.createNativeQuery("select archive.log_prune(:below, :before)", Long.class)
                .setParameter("below", below)
                .setParameter("before", before)
                .getSingleResult();
    }
}
