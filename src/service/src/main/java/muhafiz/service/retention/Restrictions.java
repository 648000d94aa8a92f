package muhafiz.service.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.document.Restriction;
import muhafiz.service.config.Statements;

/**
 * Restrictions: what is restricted is stored and read by nobody. Several may stand at once; each document shows the one that has stood
 * longest. In the caller's transaction, and under the row locks of the documents, which destruction takes as well. Safe for all threads.
 */
@ApplicationScoped
public class Restrictions {
    private static final UUID NO_CASE = new UUID(0, 0);

    private final Statements sql;

    @Inject
    public Restrictions(DataSource database) {
        this.sql = new Statements(database);
    }

    /**
     * Restricts documents; a restriction of the same origin that stands is extended to them.
     *
     * @param by the account that imposes it
     */
    public void impose(Collection<UUID> documents, Restriction what, String by) {
        UUID restriction = begin(what, by, NO_CASE);
        lock(documents);
        sql.change("""
                insert into archive.restriction_item (restriction_id, document_id) select ?, unnest(?::uuid[])
                on conflict do nothing""", restriction, ids(documents));
        show(documents);
    }

    /** Restricts a whole case, with whatever is filed there later; the case's row is locked by the caller. */
    public void imposeOnCase(UUID caseFile, Restriction what, String by) {
        begin(what, by, caseFile);
        List<UUID> documents = ofCase(caseFile);
        lock(documents);
        show(documents);
    }

    /** A document was filed; where its case is restricted, so is it. */
    public void filed(UUID document) {
        show(List.of(document));
    }

    /** The restriction of a whole case that has stood longest. */
    public Optional<Restriction> standingOn(UUID caseFile) {
        return sql.first("""
                select since, because from archive.restriction where case_id = ? and lifted_at is null
                order by since, id limit 1""", row -> new Restriction(moment(row, 1), row.getString(2)), caseFile);
    }

    /** What a person imposed who forbade that more is collected (policy, requests.BAN): no document is taken in meanwhile. */
    public Optional<Restriction> banOn(UUID caseFile) {
        return sql.first("""
                select r.since, r.because from archive.restriction r join archive.request q on q.number = r.because
                where r.case_id = ? and r.lifted_at is null and q.kind = 'BAN' order by r.since, r.id limit 1""", row -> new Restriction(moment(row, 1), row.getString(2)), caseFile);
    }

    /** Lifts what restricts by this reason, wherever it stands; nothing where none does. */
    public void lift(String because, Instant at, String by) {
        List<UUID> standing = sql.all(
                "select id from archive.restriction where because = ? and lifted_at is null order by id for update",
                row -> row.getObject(1, UUID.class),
                because);
        for (UUID id : standing) {
            List<UUID> documents = reachedBy(id);
            lock(documents);
            sql.change("update archive.restriction set lifted_at = ?, lifted_by = ? where id = ?", at, by, id);
            show(documents);
        }
        sql.change("update archive.objection set lifted_at = ? where because = ? and lifted_at is null", at, because);
    }

    /** Lifts what restricts this whole case by this reason; the case's row is locked by the caller. */
    public void liftOn(UUID caseFile, String because, Instant at, String by) {
        List<UUID> documents = ofCase(caseFile);
        lock(documents);
        sql.change("""
                update archive.restriction set lifted_at = ?, lifted_by = ?
                where case_id = ? and because = ? and lifted_at is null""", at, by, caseFile, because);
        show(documents);
    }

    /**
     * From now on nobody reads anything of the case for this purpose; the case's row is locked by the caller.
     *
     * @return whether this reason did not stop it already
     */
    public boolean object(UUID caseFile, String purpose, Restriction what, String by) {
        return sql.change("""
                insert into archive.objection (case_id, purpose, because, since, imposed_by) values (?, ?, ?, ?, ?)
                on conflict do nothing""", caseFile, purpose, what.because(), what.since(), by) > 0;
    }

    /** The objection to this purpose that has stood longest on the case. */
    public Optional<Restriction> objectedTo(UUID caseFile, Optional<String> purpose) {
        return purpose.flatMap(stated ->
                sql.first("""
                select since, because from archive.objection where case_id = ? and purpose = ? and lifted_at is null
                order by since, because limit 1""", row -> new Restriction(moment(row, 1), row.getString(2)), caseFile, stated));
    }

    /** What keeps a whole case from being used for this purpose: a restriction, or an objection to the purpose. */
    public Optional<Restriction> standingOn(UUID caseFile, Optional<String> purpose) {
        return standingOn(caseFile).or(() -> objectedTo(caseFile, purpose));
    }

    /** Documents that a restriction reaches. */
    public List<UUID> reachedBy(UUID restriction) {
        return sql.all("""
                select d.id from archive.restriction_item i join archive.document d on d.id = i.document_id
                where i.restriction_id = ?
                union select d.id from archive.restriction r join archive.document d on d.case_id = r.case_id where r.id = ?
                order by 1""", row -> row.getObject(1, UUID.class), restriction, restriction);
    }

    private UUID begin(Restriction what, String by, UUID caseFile) {
        sql.change("""
                insert into archive.restriction (id, because, since, imposed_by, case_id)
                values (?, ?, ?, ?, nullif(?, '00000000-0000-0000-0000-000000000000'::uuid))
                on conflict (because, coalesce(case_id, '00000000-0000-0000-0000-000000000000')) where lifted_at is null do nothing""", Randoms.id(), what.because(), what.since(), by, caseFile);
        return sql.first("""
                        select id from archive.restriction where because = ? and lifted_at is null
                            and coalesce(case_id, '00000000-0000-0000-0000-000000000000') = ? for update""", row -> row.getObject(1, UUID.class), what.because(), caseFile)
                .orElseThrow(() -> new IllegalStateException("a restriction that begins stands"));
    }

    private List<UUID> ofCase(UUID caseFile) {
        return sql.all(
                "select id from archive.document where case_id = ? order by id",
                row -> row.getObject(1, UUID.class),
                caseFile);
    }

    private void lock(Collection<UUID> documents) {
        sql.all(
                "select id from archive.document where id = any (?) order by id for update",
                row -> row.getObject(1, UUID.class),
                (Object) ids(documents));
    }

    private void show(Collection<UUID> documents) {
        sql.change("""
                update archive.document d set restricted_since = s.since, restricted_because = s.because
                from (select t.id, r.since, r.because from archive.document t left join lateral (
                    select r.since, r.because from archive.restriction r
                    where r.lifted_at is null and (r.case_id = t.case_id or r.id in
                        (select i.restriction_id from archive.restriction_item i where i.document_id = t.id))
                    order by r.since, r.id limit 1) r on true where t.id = any (?)) s
                where d.id = s.id and (d.restricted_since, d.restricted_because) is distinct from (s.since, s.because)""", (Object) ids(documents));
    }

    private static UUID[] ids(Collection<UUID> documents) {
        return documents.toArray(UUID[]::new);
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
