package muhafiz.service.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** When each document was last found whole, and which were not; within the caller's transaction. */
@ApplicationScoped
class FixityRows {
    private final EntityManager database;

    @Inject
    FixityRows(EntityManager database) {
        this.database = database;
    }

    /**
     * Documents to look at, the longest unseen first.
     *
     * @param before those last found whole before then
     * @param lookedAt damaged ones only if they were last looked at before then
     */
    List<UUID> due(Instant before, Instant lookedAt, int most) {
        List<?> ids = database.createNativeQuery("""
                        select d.id from archive.document d where (d.verified_at is null or d.verified_at < :before)
                        and not exists (select from archive.damage x where x.document_id = d.id and x.seen_at >= :looked)
                        order by d.verified_at nulls first, d.id limit :most""", UUID.class)
                .setParameter("before", before)
                .setParameter("looked", lookedAt)
                .setParameter("most", most)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    void whole(UUID document, Instant at) {
        database.createNativeQuery("update archive.document set verified_at = :at where id = :id")
                .setParameter("at", at)
                .setParameter("id", document)
                .executeUpdate();
        database.createNativeQuery("delete from archive.damage where document_id = :id")
                .setParameter("id", document)
                .executeUpdate();
    }

    /** @return whether this is news: the document was not known to be damaged in this way */
    boolean damaged(UUID document, Damage damage, Instant at) {
        boolean known = !database.createNativeQuery("""
                        select document_id from archive.damage where document_id = :id and kind = :kind and object = :object""", UUID.class)
                .setParameter("id", document)
                .setParameter("kind", damage.kind().code())
                .setParameter("object", damage.object())
                .getResultList()
                .isEmpty();
        database.createNativeQuery("""
                        insert into archive.damage (document_id, found_at, seen_at, kind, object)
                        values (:id, :at, :at, :kind, :object) on conflict (document_id)
                        do update set seen_at = excluded.seen_at, kind = excluded.kind, object = excluded.object""")
                .setParameter("id", document)
                .setParameter("at", at)
                .setParameter("kind", damage.kind().code())
                .setParameter("object", damage.object())
                .executeUpdate();
        return !known;
    }

    /** Documents that are no more are not damaged. */
    void tidy() {
        database.createNativeQuery("""
                        delete from archive.damage x where archive.whole_sight() and not exists (select from archive.document d where d.id = x.document_id)""").executeUpdate();
    }

    /** How many documents wait for which copy. */
    Map<Damage.Remedy, Long> waiting() {
        Map<Damage.Remedy, Long> waiting = new EnumMap<>(Damage.Remedy.class);
        List<?> rows = database.createNativeQuery(
                        "select kind, count(*) from archive.damage group by kind", Object[].class)
                .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            Damage.Remedy remedy = Damage.Kind.ofCode((String) columns[0]).remedy();
            waiting.merge(remedy, ((Number) columns[1]).longValue(), Long::sum);
        }
        return waiting;
    }

    /** Documents that were neither received nor found whole since then. */
    long unseenSince(Instant before) {
        Object count = database.createNativeQuery("""
                        select count(*) from archive.document
                        where archive.whole_sight() and coalesce(verified_at, received_at) < :before""", Long.class)
                .setParameter("before", before)
                .getSingleResult();
        return ((Number) count).longValue();
    }
}
