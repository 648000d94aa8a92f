package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** What of disclosures has reached its end; within the caller's transaction. */
@ApplicationScoped
class EndRows {
    private final Statements sql;

    @Inject
    EndRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** Leaves of packages whose time is over or that were called back. */
    List<UUID> spentPackings(Instant now) {
        return sql.all("""
                select packing_leaf_id from archive.disclosure
                where packing_leaf_id is not null and (until < ? or recalled_at is not null)""", row -> row.getObject(1, UUID.class), now);
    }

    void strikePackings(Collection<UUID> leaves) {
        sql.change(
                "update archive.disclosure set packing_leaf_id = null, packing = null where packing_leaf_id = any (?)",
                (Object) leaves.toArray(UUID[]::new));
    }

    /** Leaves of disclosures whose documents are all gone, and that were given, or whose time was over, before that moment. */
    List<UUID> outlived(Instant before) {
        return sql.all("""
                select d.leaf_id from archive.disclosure d where coalesce(d.disclosed_at, d.until) < ? and d.packing is null
                and not exists (select from archive.disclosure_item i where i.disclosure_id = d.id)""", row -> row.getObject(1, UUID.class), before);
    }

    void strike(Collection<UUID> leaves) {
        sql.change("delete from archive.disclosure where leaf_id = any (?)", (Object) leaves.toArray(UUID[]::new));
    }
}
