package muhafiz.service.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import muhafiz.domain.policy.Disposal;
import muhafiz.proof.paper.DisposedItem;
import muhafiz.service.config.Statements;
import muhafiz.service.retention.Due;
import muhafiz.service.retention.Guard;

/**
 * What is due and free to go: documents that have reached their end and against which nothing stands, and with them the cases that would
 * be left empty. In the caller's transaction.
 */
@ApplicationScoped
class DueList {
    /** Most documents on one list: whoever approves must be able to look at it. */
    static final int MOST = 20_000;

    private static final int PAGE = 1000;
    private static final Set<Disposal> DISPOSALS = Set.of(Disposal.SHRED, Disposal.ARCHIVE);

    private final Due due;
    private final Guard guard;
    private final Statements sql;

    @Inject
    DueList(Due due, Guard guard, DataSource database) {
        this.due = due;
        this.guard = guard;
        this.sql = new Statements(database);
    }

    /** Those of these classes whose end is no later than the day; the oldest ends first, so many documents at most. */
    List<Item> items(LocalDate day, Collection<String> classes) {
        List<Item> items = new ArrayList<>();
        Optional<Due.Item> last = Optional.empty();
        do {
            List<Due.Item> page = due.documents(day, classes, last, PAGE);
            last = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
            items.addAll(documents(page));
        } while (last.isPresent() && items.size() < MOST);
        items.addAll(cases(day, classes, items));
        items.addAll(emptyCases(day, classes));
        return items;
    }

    private List<Item> documents(List<Due.Item> page) {
        Set<UUID> ids = page.stream()
                .filter(item -> DISPOSALS.contains(item.disposal()))
                .map(Due.Item::id)
                .collect(Collectors.toSet());
        Map<UUID, ?> standing = guard.look(ids);
        UUID[] free = ids.stream().filter(id -> !standing.containsKey(id)).toArray(UUID[]::new);
        return sql.all("""
                select 'document', d.id, d.record_class, d.retention_rule, d.retention_end, d.disposal, d.sealed_sha256,
                    d.leaf_id, c.id, c.unit, d.kind
                from archive.document d join archive.case_file c on c.id = d.case_id where d.id = any (?)""", DueList::item, (Object) free);
    }

    /** Cases of which every document is on the list. */
    private List<Item> cases(LocalDate day, Collection<String> classes, List<Item> documents) {
        Map<UUID, Long> listed = documents.stream()
                .collect(Collectors.groupingBy(item -> item.place().caseFile(), Collectors.counting()));
        Map<UUID, Long> held = sql
                .all(
                        "select case_id, count(*) from archive.document where case_id = any (?) group by case_id",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)),
                        (Object) listed.keySet().toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return free(
                day,
                classes,
                listed.entrySet().stream()
                        .filter(all -> all.getValue().equals(held.get(all.getKey())))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private List<Item> emptyCases(LocalDate day, Collection<String> classes) {
        List<Item> empty = new ArrayList<>();
        Optional<Due.Item> last = Optional.empty();
        do {
            List<Due.Item> page = due.emptyCases(day, classes, last, PAGE);
            last = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
            empty.addAll(free(day, classes, page.stream().map(Due.Item::id).toList()));
        } while (last.isPresent() && empty.size() < MOST);
        return empty;
    }

    private List<Item> free(LocalDate day, Collection<String> classes, List<UUID> cases) {
        return sql.all("""
                        select 'case', c.id, c.record_class, c.retention_rule, c.retention_end, c.disposal, null::bytea,
                            c.leaf_id, c.id, c.unit, null
                        from archive.case_file c where c.id = any (?) and c.retention_end <= ? and c.record_class = any (?)
                            and c.disposal in ('shred', 'archive')""", DueList::item, cases.toArray(UUID[]::new), day, classes.toArray(String[]::new)).stream()
                .filter(item -> guard.ofCase(item.what().id()).isEmpty())
                .toList();
    }

    private static Item item(ResultSet row) throws SQLException {
        Function<byte[], String> hex = HexFormat.of()::formatHex;
        DisposedItem what = new DisposedItem(
                row.getString(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                Optional.ofNullable(row.getBytes(7)).map(hex),
                row.getObject(8, UUID.class));
        return Item.frozen(
                what,
                new Item.Place(
                        row.getObject(9, UUID.class), row.getString(10), Optional.ofNullable(row.getString(11))));
    }
}
