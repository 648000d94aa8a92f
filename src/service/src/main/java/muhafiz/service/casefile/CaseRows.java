package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.casefile.CaseEvent;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.subject.DataSubject;

/** Cases, parties, persons and events, within the caller's transaction. */
@ApplicationScoped
public class CaseRows {
    private final EntityManager database;

    @Inject
    CaseRows(EntityManager database) {
        this.database = database;
    }

    void add(DataSubject subject) {
        database.persist(subject);
    }

    void add(CaseFile caseFile) {
        database.persist(caseFile);
    }

    void add(CaseParty party) {
        database.persist(party);
    }

    void add(CaseEvent event) {
        database.persist(event);
    }

    /** Writes what was added, so that rows written by other means may refer to it. */
    void flush() {
        database.flush();
    }

    /** Writes what changed and lets the read rows go, so that a long walk keeps a small memory. */
    void letGo() {
        database.flush();
        database.clear();
    }

    public Optional<CaseFile> find(UUID id) {
        return Optional.ofNullable(database.find(CaseFile.class, id));
    }

    /** The case, its row held until the transaction ends. */
    public Optional<CaseFile> hold(UUID id) {
        return Optional.ofNullable(database.find(CaseFile.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public List<CaseParty> parties(UUID caseId) {
        return database.createQuery("""
                        select p from CaseParty p where p.caseId = :caseId order by p.role, p.id""", CaseParty.class)
                .setParameter("caseId", caseId)
                .getResultList();
    }

    public List<CaseEvent> events(UUID caseId) {
        return database.createQuery("""
                        select e from CaseEvent e where e.caseId = :caseId order by e.on, e.recordedAt""", CaseEvent.class)
                .setParameter("caseId", caseId)
                .getResultList();
    }

    /** Living cases of an officer, for a hand-over. */
    List<CaseFile> assignedTo(String officer) {
        return database.createQuery("""
                        select c from CaseFile c where c.officer = :officer order by c.id""", CaseFile.class)
                .setParameter("officer", officer)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Every case's id, for the index. */
    List<UUID> idsAfter(UUID after, int limit) {
        return database.createQuery("""
                        select c.id from CaseFile c where c.id > :after order by c.id""", UUID.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }
}
