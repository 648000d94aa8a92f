package muhafiz.service.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.document.Document;
import muhafiz.service.wall.Wall;

/** Documents, within the caller's transaction. */
@ApplicationScoped
public class DocumentRows {
    private final EntityManager database;
    private final Wall wall;

    @Inject
    DocumentRows(EntityManager database, Wall wall) {
        this.database = database;
        this.wall = wall;
    }

    public void add(Document document) {
        wall.name(document.caseId());
        database.persist(document);
    }

    /** Writes what was added and changed, so that statements of others find it. */
    public void flush() {
        database.flush();
    }

    /** The document of this id, whosever it is: the decision is asked next. */
    public Optional<Document> find(UUID id) {
        wall.name(id);
        return Optional.ofNullable(database.find(Document.class, id));
    }

    /** As it is now, its row held until the transaction ends; the row of its case is held already. */
    public void hold(Document document) {
        database.refresh(document, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The documents of the case of this id, whosever it is. */
    public List<Document> ofCase(UUID caseId) {
        wall.name(caseId);
        return database.createQuery("""
                        select d from Document d where d.caseId = :caseId order by d.receivedAt, d.id""", Document.class)
                .setParameter("caseId", caseId)
                .getResultList();
    }

    /** Whether the case holds a document of this duplicate token that was not refused. */
    public boolean holdsDuplicate(UUID caseId, byte[] token) {
        wall.name(caseId);
        return !database.createNativeQuery("""
                        select id from archive.document
                        where case_id = :case and duplicate_token = :token and state not in ('refused', 'destroyed')""", UUID.class)
                .setParameter("case", caseId)
                .setParameter("token", token)
                .getResultList()
                .isEmpty();
    }

    /** A scanner found no malware in it. */
    public void scanned(UUID id) {
        wall.name(id);
        write("update archive.document set scanned_at = now() where id = :id", id);
    }

    /** Takes a document off; whatever replaced it no longer says so. */
    public void remove(Document document) {
        leaveLine(document);
        write("delete from archive.idempotency where document_id = :id", document.id());
        database.detach(document);
        write("delete from archive.document where id = :id", document.id());
        // After the row: whoever adds evidence or a validity holds it for share, and has committed by now or finds it
        // gone.
        write("delete from archive.document_evidence where document_id = :id", document.id());
        write("delete from archive.document_validity where document_id = :id", document.id());
        write("delete from archive.document_word where document_id = :id", document.id());
    }

    /** Whatever replaced this document no longer says so: it goes, or belongs elsewhere. */
    public void leaveLine(Document document) {
        database.flush();
        write("update archive.document set replaces = null where replaces = :id", document.id());
    }

    private void write(String statement, UUID id) {
        database.createNativeQuery(statement).setParameter("id", id).executeUpdate();
    }

    /**
     * Whether objects without a row are left alone: after a restoration, until somebody has looked at what lies in the bucket and in no
     * row.
     */
    public boolean areOrphansHeld() {
        return (Boolean) database.createNativeQuery(
                        "select exists (select from archive.restoration where orphans_released_at is null)",
                        Boolean.class)
                .getSingleResult();
    }

    /** Which of these versions a committed document, an upload that is under way or an import refers to; in a transaction of its own, where there is none. */
    @Transactional
    public List<UUID> knownVersions(List<UUID> versions) {
        wall.requireWholeSight();
        List<UUID> known = new ArrayList<>(database.createQuery("""
                        select d.versionId from Document d where d.versionId in :versions""", UUID.class)
                .setParameter("versions", versions)
                .getResultList());
        List<?> others = database.createNativeQuery("""
                        select id from archive.upload where id in (:versions)
                        union all select id from archive.import where id in (:versions) and leaf_id is not null""", UUID.class)
                .setParameter("versions", versions)
                .getResultList();
        others.forEach(other -> known.add((UUID) other));
        return known;
    }
}
