package muhafiz.service.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.domain.document.SealedContent;
import muhafiz.proof.evidence.EvidenceHash;
import muhafiz.proof.evidence.EvidenceRecord;
import muhafiz.service.checkpoint.Published;

/** Evidence as it is kept, within the caller's transaction. */
@ApplicationScoped
class EvidenceRows {
    private final EntityManager database;

    @Inject
    EvidenceRows(EntityManager database) {
        this.database = database;
    }

    /** A document whose evidence is to be made: what the row says of its ciphertext. */
    record Paper(UUID document, UUID version, SealedContent content) {}

    /** A checkpoint that was stamped, by the UTC day of its stamp. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Day(LocalDate day, byte[] note, byte[] record) {}

    /** A document's record. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Kept(UUID document, byte[] record) {}

    boolean has(LocalDate day) {
        return !query("select day from archive.log_evidence where day = ?1", day)
                .getResultList()
                .isEmpty();
    }

    void add(LocalDate day, Published checkpoint, EvidenceRecord record) {
        write(
                """
                insert into archive.log_evidence (day, size, note, stamped_at, ends_at, hash, record)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing""",
                day,
                checkpoint.size(),
                checkpoint.note().asText(),
                record.first().at(),
                ends(record),
                record.hash().code(),
                record.encoded());
    }

    Optional<byte[]> ofDay(LocalDate day) {
        return first(byte[].class, "select record from archive.log_evidence where day = ?1", day);
    }

    Optional<String> noteOfDay(LocalDate day) {
        return first(String.class, "select note from archive.log_evidence where day = ?1", day);
    }

    void replace(Day old, EvidenceRecord renewed) {
        write("""
                update archive.log_evidence set ends_at = ?3, hash = ?4, record = ?5, copied = false
                where day = ?1 and record = ?2""", old.day(), old.record(), ends(renewed), renewed.hash().code(), renewed.encoded());
    }

    /** Days whose note and record do not lie in the bucket yet. */
    List<Day> uncopied(int most) {
        return days(query("""
                select day, note, record from archive.log_evidence where not copied order by day limit ?1""", most));
    }

    void copied(Day day) {
        write("update archive.log_evidence set copied = true where day = ?1 and record = ?2", day.day(), day.record());
    }

    /** Days whose record has this hash and whose newest signer ends before then. */
    List<Day> endingDays(EvidenceHash hash, Instant before, LocalDate after, int most) {
        return days(query("""
                select day, note, record from archive.log_evidence
                where hash = ?1 and ends_at < ?2 and day > ?3 order by day limit ?4""", hash.code(), before, after, most));
    }

    /** Documents later than that one which have no evidence yet. */
    List<Paper> withoutEvidence(UUID after, int most) {
        return papers(query("""
                select d.id, d.version_id, d.sealed_length, d.sealed_sha256, d.segments from archive.document d
                where archive.whole_sight() and d.id > ?1 and not exists (select from archive.document_evidence e where e.document_id = d.id)
                order by d.id limit ?2""", after, most));
    }

    /** What the document's row says of its ciphertext; empty where it is gone. */
    Optional<Paper> paper(UUID document) {
        return papers(query("""
                        select d.id, d.version_id, d.sealed_length, d.sealed_sha256, d.segments
                        from archive.document d where d.id = ?1""", document)).stream().findFirst();
    }

    /** Keeps a document's first record; a document that is gone by now gets none. */
    void add(UUID document, EvidenceRecord record) {
        write("""
                insert into archive.document_evidence (document_id, stamped_at, ends_at, hash, record)
                select d.id, ?2, ?3, ?4, ?5 from archive.document d where d.id = ?1 for share on conflict do nothing""", document, record.first().at(), ends(record), record.hash().code(), record.encoded());
    }

    void replace(Kept old, EvidenceRecord renewed) {
        write("""
                update archive.document_evidence set ends_at = ?3, hash = ?4, record = ?5
                where document_id = ?1 and record = ?2""", old.document(), old.record(), ends(renewed), renewed.hash().code(), renewed.encoded());
    }

    Optional<byte[]> ofDocument(UUID document) {
        return first(byte[].class, "select record from archive.document_evidence where document_id = ?1", document);
    }

    /** Records of this hash whose newest signer ends before then, of documents later than that one. */
    List<Kept> ending(EvidenceHash hash, Instant before, UUID after, int most) {
        return rows(query("""
                        select document_id, record from archive.document_evidence
                        where hash = ?1 and ends_at < ?2 and document_id > ?3 order by document_id limit ?4""", hash.code(), before, after, most))
                .map(row -> new Kept((UUID) row[0], (byte[]) row[1]))
                .toList();
    }

    /** The newest first stamp there is, over a checkpoint or a document. */
    Optional<Instant> newestStamp() {
        return instant("""
                select greatest((select max(stamped_at) from archive.log_evidence),
                    (select max(stamped_at) from archive.document_evidence))""");
    }

    /** When the first newest signer ends. */
    Optional<Instant> firstEnd() {
        return instant("""
                select least((select min(ends_at) from archive.log_evidence),
                    (select min(ends_at) from archive.document_evidence))""");
    }

    Optional<Instant> newestDay() {
        return instant("select max(stamped_at) from archive.log_evidence");
    }

    /** Documents that came before then and have no evidence. */
    long without(Instant receivedBefore) {
        Object count = query("""
                        select count(*) from archive.document d where archive.whole_sight() and d.received_at < ?1
                        and not exists (select from archive.document_evidence e where e.document_id = d.id)""", receivedBefore).getSingleResult();
        return ((Number) count).longValue();
    }

    private <T> Optional<T> first(Class<T> type, String question, Object... values) {
        List<?> found = query(question, values).getResultList();
        return found.stream().findFirst().map(type::cast);
    }

    private Optional<Instant> instant(String question) {
        return Optional.ofNullable(
                (Instant) database.createNativeQuery(question, Instant.class).getSingleResult());
    }

    /** A record of ours brings its signer's certificate along: without it, it would not have been taken. */
    private static Instant ends(EvidenceRecord record) {
        return record.newest().signerEnds().orElseThrow();
    }

    private static List<Day> days(Query query) {
        return rows(query)
                .map(row -> new Day(day(row[0]), ((String) row[1]).getBytes(StandardCharsets.UTF_8), (byte[]) row[2]))
                .toList();
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }

    private static List<Paper> papers(Query query) {
        return rows(query)
                .map(row -> new Paper(
                        (UUID) row[0],
                        (UUID) row[1],
                        new SealedContent(
                                ((Number) row[2]).longValue(), (byte[]) row[3], ((Number) row[4]).intValue())))
                .toList();
    }

    private void write(String statement, Object... values) {
        query(statement, values).executeUpdate();
    }

    private static Stream<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast);
    }

    private Query query(String statement, Object... values) {
        Query query = database.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
