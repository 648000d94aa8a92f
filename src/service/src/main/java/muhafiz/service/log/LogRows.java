package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The log's rows: inserted, read, never changed. */
@ApplicationScoped
class LogRows {
    private final EntityManager database;

    @Inject
    LogRows(EntityManager database) {
        this.database = database;
    }

    /** Whose log key it is and which number the entry has among that person's entries of the year. */
    record Place(UUID leaf, long number) {}

    void insert(UUID entry, byte[] leaf) {
        database.createNativeQuery("""
                        with written as (insert into archive.log_entry (id, leaf) values (:id, :leaf) returning id)
                        insert into archive.log_pending (entry_id) select id from written""")
                .setParameter("id", entry)
                .setParameter("leaf", leaf)
                .executeUpdate();
    }

    /** Moves the person's counter of that year on by one; empty where the year has no key yet. */
    Optional<Place> advance(UUID subject, int year) {
        List<?> rows = database.createNativeQuery("""
                        update archive.subject_log_key set entries = entries + 1
                        where subject_id = :subject and calendar_year = :year
                        returning leaf_id, entries""")
                .setParameter("subject", subject)
                .setParameter("year", year)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new Place((UUID) row[0], ((Number) row[1]).longValue()));
    }

    /** Until the transaction ends no one else makes this person a key. */
    void lockSubject(UUID subject) {
        database.createNativeQuery("select id from archive.data_subject where id = :subject for update", UUID.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    void insertYear(UUID subject, int year, UUID leaf) {
        database.createNativeQuery("""
                        insert into archive.subject_log_key (subject_id, calendar_year, leaf_id, entries)
                        values (:subject, :year, :leaf, 1)""")
                .setParameter("subject", subject)
                .setParameter("year", year)
                .setParameter("leaf", leaf)
                .executeUpdate();
    }

    byte[] leaf(UUID entry) {
        return (byte[]) database.createNativeQuery("select leaf from archive.log_entry where id = :id", byte[].class)
                .setParameter("id", entry)
                .getSingleResult();
    }

    OptionalLong indexOf(UUID entry) {
        List<?> rows = database.createNativeQuery(
                        "select seq from archive.log_index where entry_id = :entry", Long.class)
                .setParameter("entry", entry)
                .getResultList();
        return rows.isEmpty() ? OptionalLong.empty() : OptionalLong.of((Long) rows.get(0));
    }

    /** Entries that have their place, from {@code after} on (exclusive), oldest first. */
    List<Object[]> page(long after, int limit) {
        return rows(database.createNativeQuery("""
                                select i.seq, e.leaf from archive.log_index i
                                join archive.log_entry e on e.id = i.entry_id
                                where i.seq > :after order by i.seq""")
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList());
    }

    Optional<byte[]> newest() {
        List<?> rows = database.createNativeQuery("""
                        select e.leaf from archive.log_index i
                        join archive.log_entry e on e.id = i.entry_id
                        order by i.seq desc limit 1""", byte[].class).getResultList();
        return rows.stream().findFirst().map(byte[].class::cast);
    }

    private static List<Object[]> rows(List<?> found) {
        return found.stream().map(Object[].class::cast).toList();
    }
}
