package muhafiz.service.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.rebuild.Rebuild;

/** Rebuilds, within the caller's transaction. */
@ApplicationScoped
class RebuildRows {
    private final EntityManager database;

    @Inject
    RebuildRows(EntityManager database) {
        this.database = database;
    }

    void add(Rebuild rebuild) {
        database.persist(rebuild);
    }

    Optional<Rebuild> find(UUID id) {
        return Optional.ofNullable(database.find(Rebuild.class, id));
    }

    /** The rebuild, its row held until the transaction ends. */
    Optional<Rebuild> hold(UUID id) {
        return Optional.ofNullable(database.find(Rebuild.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Rebuild> running() {
        return database.createQuery("select r from Rebuild r where r.state = 'running'", Rebuild.class)
                .getResultStream()
                .findFirst();
    }

    /** Whether a destruction has begun with this document, or with this key of it, though it may not be done yet. */
    boolean isOrderedToBeDestroyed(UUID document, UUID leaf) {
        return (Boolean) database.createNativeQuery("""
                        select exists (select from archive.ghost where id = :id)
                        or exists (select from archive.destruction_item where leaf_id = :leaf)""", Boolean.class)
                .setParameter("id", document)
                .setParameter("leaf", leaf)
                .getSingleResult();
    }

    /** Has everything it rebuilt read by machine as any document that came in. */
    void readByMachine(Rebuild rebuild) {
        database.createNativeQuery("""
                        insert into archive.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        select 'read-by-machine', i.document_id::text, now(), false, 1
                        from archive.restriction r join archive.restriction_item i on i.restriction_id = r.id
                        where r.because = :reason on conflict do nothing""")
                .setParameter("reason", rebuild.asReason())
                .executeUpdate();
    }
}
