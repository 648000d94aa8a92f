package muhafiz.service.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/**
 * Takes off what holds, restrictions and disclosures know of something that is taken off the files. A released hold that names nothing any more goes
 * with it, and its text dies. In the caller's transaction. Safe for all threads.
 */
@ApplicationScoped
public class Spent {
    private final Statements sql;

    @Inject
    public Spent(DataSource database) {
        this.sql = new Statements(database);
    }

    /** @return leaves of holds that name nothing any more, of packages it was in, and of what was drawn of it, to be destroyed */
    public Set<UUID> ofDocument(UUID document) {
        return ofDocuments(List.of(document));
    }

    /** @return leaves of holds that name nothing any more, of packages it was in, and of what was drawn of it, to be destroyed */
    public Set<UUID> ofDocuments(Collection<UUID> documents) {
        UUID[] ids = documents.toArray(UUID[]::new);
        Set<UUID> leaves = new TreeSet<>();
        sql.change("delete from archive.restriction_item where document_id = any (?)", (Object) ids);
        leaves.addAll(packings(ids));
        leaves.addAll(sql.all(
                "delete from archive.redaction where document_id = any (?) returning leaf_id",
                row -> row.getObject(1, UUID.class),
                (Object) ids));
        strikeDisclosed(ids);
        Set<UUID> holds = new TreeSet<>(sql.all(
                "delete from archive.hold_item where document_id = any (?) returning hold_id",
                row -> row.getObject(1, UUID.class),
                (Object) ids));
        holds.forEach(hold -> leaves.addAll(sql.all("""
                delete from archive.hold h where h.id = ? and h.released_at is not null and h.case_id is null
                    and not exists (select from archive.hold_item i where i.hold_id = h.id)
                returning h.leaf_id""", row -> row.getObject(1, UUID.class), hold)));
        return leaves;
    }

    /** What packages with one of them are made from holds values of the same persons, and dies with it. */
    private List<UUID> packings(UUID[] documents) {
        return sql.all("""
                with old as (select d.id, d.packing_leaf_id from archive.disclosure d where d.packing_leaf_id is not null
                    and d.id in (select disclosure_id from archive.disclosure_item where document_id = any (?))
                    order by d.id for update)
                update archive.disclosure d set packing_leaf_id = null, packing = null from old where d.id = old.id
                returning old.packing_leaf_id""", row -> row.getObject(1, UUID.class), (Object) documents);
    }

    /** Whoever was given one of them is to be told (policy, DIS-7); the disclosure's sealed register goes on naming it. */
    private void strikeDisclosed(UUID[] documents) {
        sql.change("""
                with gone as (delete from archive.disclosure_item where document_id = any (?) returning disclosure_id)
                insert into archive.disclosure_notice (disclosure_id, because, since)
                select distinct g.disclosure_id, 'destroyed', (now() at time zone 'UTC')::date
                from gone g join archive.disclosure d on d.id = g.disclosure_id
                where d.disclosed_at is not null on conflict do nothing""", (Object) documents);
    }

    /** Of cases whose documents are gone. @return leaves of their holds, to be destroyed */
    public Set<UUID> ofCases(Collection<UUID> caseFiles) {
        UUID[] ids = caseFiles.toArray(UUID[]::new);
        sql.change("delete from archive.objection where case_id = any (?)", (Object) ids);
        sql.change("delete from archive.restriction where case_id = any (?)", (Object) ids);
        return new TreeSet<>(sql.all(
                "delete from archive.hold where case_id = any (?) and released_at is not null returning leaf_id",
                row -> row.getObject(1, UUID.class),
                (Object) ids));
    }
}
