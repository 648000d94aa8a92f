package muhafiz.service.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import muhafiz.domain.document.RemainingCiphertext;

/** Objects that the store holds back. */
@ApplicationScoped
class RemainingRows {
    private final EntityManager database;

    @Inject
    RemainingRows(EntityManager database) {
        this.database = database;
    }

    /** In place of what was known of this object. */
    @Transactional
    public void remember(RemainingCiphertext remaining) {
        database.merge(remaining);
    }

    @Transactional
    public void forget(String object) {
        database.createQuery("delete from RemainingCiphertext r where r.object = :object")
                .setParameter("object", object)
                .executeUpdate();
    }

    /** Names of those the store may give up by now; those without a date at any time. */
    @Transactional
    public List<String> due(Instant now) {
        return database.createQuery("""
                        select r.object from RemainingCiphertext r
                        where r.remainsUntil is null or r.remainsUntil <= :now order by r.object""", String.class).setParameter("now", now).getResultList();
    }
}
