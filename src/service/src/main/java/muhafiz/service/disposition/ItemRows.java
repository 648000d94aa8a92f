package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.proof.paper.DisposedItem;
import muhafiz.service.config.Statements;

/** The items of dispositions, within the caller's transaction. */
@ApplicationScoped
class ItemRows {
    private static final UUID FIRST = new UUID(0, 0);
    private static final String COLUMNS = """
            select kind, item_id, record_class, rule, ends_on, disposal, sealed_sha256, leaf_id, case_id, unit, document_kind,
                state, dropped_because, order_id
            from archive.disposition_item where disposition_id = ?""";

    private final Statements sql;

    @Inject
    ItemRows(DataSource database) {
        this.sql = new Statements(database);
    }

    void add(UUID disposition, Item item) {
        DisposedItem what = item.what();
        sql.change(
                """
                insert into archive.disposition_item (disposition_id, item_id, kind, document_kind, case_id, unit, record_class,
                    rule, ends_on, disposal, sealed_sha256, leaf_id, state)
                values (?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?)""",
                disposition,
                what.id(),
                what.kind(),
                item.place().documentKind().orElse(""),
                item.place().caseFile(),
                item.place().unit(),
                what.recordClass(),
                what.rule(),
                what.end(),
                what.disposal(),
                what.ciphertext().orElse(""),
                what.key(),
                item.state());
    }

    /** All of them, by id. */
    List<Item> all(UUID disposition) {
        return sql.all(COLUMNS + " order by item_id", ItemRows::read, disposition);
    }

    /** The next after this id, so many at most. */
    List<Item> page(UUID disposition, Optional<UUID> after, int most) {
        return sql.all(
                COLUMNS + " and item_id > ? order by item_id limit ?",
                ItemRows::read,
                disposition,
                after.orElse(FIRST),
                most);
    }

    int count(UUID disposition) {
        return sql.one(
                "select count(*) from archive.disposition_item where disposition_id = ?",
                row -> row.getInt(1),
                disposition);
    }

    /** Classes and units of what is on the list. */
    List<Scope> scopes(UUID disposition) {
        return sql.all(
                "select distinct record_class, unit from archive.disposition_item where disposition_id = ?",
                row -> new Scope(row.getString(1), row.getString(2)),
                disposition);
    }

    /** A class and the unit whose case it is. */
    record Scope(String recordClass, String unit) {}

    /** Items of which the end moved beyond the day, or the rule changed, since the list was frozen; and those that are gone. */
    List<UUID> moved(UUID disposition, LocalDate asOf) {
        return sql.all("""
                select i.item_id from archive.disposition_item i
                left join archive.document d on d.id = i.item_id left join archive.case_file c on c.id = i.item_id
                where archive.whole_sight() and i.disposition_id = ? and i.state in ('frozen', 'to-transfer') and (
                    coalesce(d.retention_end, c.retention_end) is null or coalesce(d.retention_end, c.retention_end) > ?
                    or coalesce(d.retention_rule, c.retention_rule) <> i.rule or coalesce(d.disposal, c.disposal) <> i.disposal)""", row -> row.getObject(1, UUID.class), disposition, asOf);
    }

    void drop(UUID disposition, UUID item, String because) {
        sql.change("""
                update archive.disposition_item set state = 'dropped', dropped_because = ?
                where disposition_id = ? and item_id = ? and state in ('frozen', 'to-transfer')""", because, disposition, item);
    }

    void toTransfer(UUID disposition, Collection<UUID> items) {
        sql.change(
                "update archive.disposition_item set state = 'to-transfer' where disposition_id = ? and item_id = any (?)",
                disposition,
                items.toArray(UUID[]::new));
    }

    void ordered(UUID disposition, Collection<UUID> items, UUID order) {
        sql.change("""
                update archive.disposition_item set state = 'ordered', order_id = ?
                where disposition_id = ? and item_id = any (?)""", order, disposition, items.toArray(UUID[]::new));
    }

    /** What the order took has ended; what it left is dropped, with the rule for which it was left. */
    void settle(UUID order) {
        sql.change("""
                update archive.disposition_item i
                set state = case when i.disposal = 'archive' then 'transferred' else 'destroyed' end
                where i.order_id = ? and i.state = 'ordered'
                    and exists (select from archive.ghost g where g.id = i.item_id and g.order_id = i.order_id)""", order);
        sql.change("""
                update archive.disposition_item i set state = 'dropped', order_id = null, dropped_because = coalesce(
                    (select s.rule from archive.destruction_skipped s where s.order_id = i.order_id and s.target_id = i.item_id),
                    case when i.kind = 'case' then 'documents-remain' else 'gone' end)
                where i.order_id = ? and i.state = 'ordered'""", order);
    }

    /** Persons of the cases on the list whose turn it is. */
    List<UUID> personsOf(Collection<UUID> cases) {
        return sql.all(
                "select distinct subject_id from archive.case_party where case_id = any (?)",
                row -> row.getObject(1, UUID.class),
                (Object) cases.toArray(UUID[]::new));
    }

    private static Item read(ResultSet row) throws SQLException {
        DisposedItem what = new DisposedItem(
                row.getString(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                Optional.ofNullable(row.getString(7)),
                row.getObject(8, UUID.class));
        Item.Place place =
                new Item.Place(row.getObject(9, UUID.class), row.getString(10), Optional.ofNullable(row.getString(11)));
        return new Item(
                what,
                place,
                row.getString(12),
                Optional.ofNullable(row.getString(13)),
                Optional.ofNullable(row.getObject(14, UUID.class)));
    }
}
