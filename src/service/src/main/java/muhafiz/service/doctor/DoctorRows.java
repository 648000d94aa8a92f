package muhafiz.service.doctor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the doctor asks of the tables, and its report; within the caller's transaction. */
@ApplicationScoped
class DoctorRows {
    private final EntityManager database;

    @Inject
    DoctorRows(EntityManager database) {
        this.database = database;
    }

    /** Leaves of documents, in the order of their ids. */
    record Page(UUID last, List<UUID> leaves) {}

    /** Empty after the last. */
    Optional<Page> documentsAfter(UUID after, int most) {
        List<?> found = database.createNativeQuery(
                        "select id, leaf_id from archive.document where id > ?1 order by id limit ?2")
                .setParameter(1, after)
                .setParameter(2, most)
                .getResultList();
        List<Object[]> rows = found.stream().map(Object[].class::cast).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Page(
                        (UUID) rows.get(rows.size() - 1)[0],
                        rows.stream().map(row -> (UUID) row[1]).toList()));
    }

    /** The document that comes first from this id on, around to the beginning; empty where there is none. */
    Optional<UUID> documentFrom(UUID random) {
        List<?> found = database.createNativeQuery("""
                        (select id from archive.document where id >= ?1 order by id limit 1)
                        union all (select id from archive.document order by id limit 1) limit 1""", UUID.class)
                .setParameter(1, random)
                .getResultList();
        return found.stream().findFirst().map(UUID.class::cast);
    }

    void add(UUID report, String kind, Instant now, String body) {
        database.createNativeQuery("insert into archive.report (id, kind, made_at, body) values (?1, ?2, ?3, ?4)")
                .setParameter(1, report)
                .setParameter(2, kind)
                .setParameter(3, now)
                .setParameter(4, body)
                .executeUpdate();
    }
}
