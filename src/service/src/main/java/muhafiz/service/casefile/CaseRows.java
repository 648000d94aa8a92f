package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.casefile.CaseEvent;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.subject.DataSubject;
import muhafiz.service.wall.Wall;

/** Cases, parties, persons and events, within the caller's transaction. */
@ApplicationScoped
public class CaseRows {
    private final EntityManager database;
    private final Wall wall;

    @Inject
    CaseRows(EntityManager database, Wall wall) {
        this.database = database;
        this.wall = wall;
    }

    void add(DataSubject subject) {
        database.persist(subject);
    }

    void add(CaseFile caseFile) {
        wall.name(caseFile.id());
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

    /** The case of this id, whosever it is: the decision is asked next. */
    public Optional<CaseFile> find(UUID id) {
        wall.name(id);
        return Optional.ofNullable(database.find(CaseFile.class, id));
    }

    /** The case, its row held until the transaction ends. */
    public Optional<CaseFile> hold(UUID id) {
        wall.name(id);
        return Optional.ofNullable(database.find(CaseFile.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The parties of the case of this id, whosever it is. */
    public List<CaseParty> parties(UUID caseId) {
        wall.name(caseId);
        return database.createQuery("""
                        select p from CaseParty p where p.caseId = :caseId order by p.role, p.id""", CaseParty.class)
                .setParameter("caseId", caseId)
                .getResultList();
    }

    /** The parties of several cases, asked for at once. */
    public List<CaseParty> partiesOf(Collection<UUID> cases) {
        wall.requireWords();
        return database.createQuery("select p from CaseParty p where p.caseId in :cases", CaseParty.class)
                .setParameter("cases", cases)
                .getResultList();
    }

    /** What happened in the case of this id, whosever it is. */
    public List<CaseEvent> events(UUID caseId) {
        wall.name(caseId);
        return database.createQuery("""
                        select e from CaseEvent e where e.caseId = :caseId order by e.on, e.recordedAt""", CaseEvent.class)
                .setParameter("caseId", caseId)
                .getResultList();
    }

    /** Takes cases off, with their parties and events; documents must be gone already. */
    public void remove(Collection<CaseFile> files) {
        database.flush();
        List<UUID> ids = files.stream().map(CaseFile::id).toList();
        delete("delete from archive.case_event where case_id in (:id)", ids);
        delete("delete from archive.party_version where case_id in (:id)", ids);
        delete("delete from archive.case_party where case_id in (:id)", ids);
        delete("update archive.case_file set arises_from = null where arises_from in (:id)", ids);
        files.forEach(database::detach);
        delete("delete from archive.case_file where id in (:id)", ids);
    }

    /**
     * Takes a person off.
     *
     * @return the leaf of what joined the person's cases; none where the person is unknown
     * @throws IllegalStateException where a case still names the person
     */
    public Set<UUID> removeSubject(UUID person) {
        wall.requireWholeSight();
        if (!leaves("select id from archive.case_party where subject_id = :id", person)
                .isEmpty()) {
            throw new IllegalStateException("a person is named by a case and cannot be forgotten yet");
        }
        delete("delete from archive.disclosure_person where subject_id = :id", person);
        return Set.copyOf(leaves("delete from archive.data_subject where id = :id returning leaf_id", person));
    }

    /** Whether a case names the person still. */
    public boolean isNamed(UUID person) {
        wall.requireWholeSight();
        return !leaves("select id from archive.case_party where subject_id = :id", person)
                .isEmpty();
    }

    private List<UUID> leaves(String statement, UUID id) {
        List<?> found = database.createNativeQuery(statement, UUID.class)
                .setParameter("id", id)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    private void delete(String statement, Object id) {
        database.createNativeQuery(statement).setParameter("id", id).executeUpdate();
    }

    /** Living cases of an officer, for a hand-over. */
    List<CaseFile> assignedTo(String officer) {
        wall.requireWords();
        return database.createQuery("""
                        select c from CaseFile c where c.officer = :officer order by c.id""", CaseFile.class)
                .setParameter("officer", officer)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Those of the cases that there are, asked for at once. */
    public List<CaseFile> find(Collection<UUID> ids) {
        wall.requireWords();
        return database.createQuery("select c from CaseFile c where c.id in :ids", CaseFile.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Every case, in the order of ids, for the index. */
    List<CaseFile> after(UUID id, int limit) {
        wall.requireWholeSight();
        return database.createQuery("select c from CaseFile c where c.id > :after order by c.id", CaseFile.class)
                .setParameter("after", id)
                .setMaxResults(limit)
                .getResultList();
    }
}
