package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Pages and leaves of schema {@code keyring}, through its functions only, in the caller's transaction. */
@ApplicationScoped
class KeyRows {
    private final Sql sql;

    @Inject
    KeyRows(DataSource database) {
        this.sql = new Sql(database);
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record PageRow(UUID id, int version, byte[] wrapped, UUID epoch, int epochVersion) {}

    /** A leaf with its page, which is not held. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record LeafRow(int version, byte[] wrapped, PageRow page) {}

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Child(UUID id, int version, byte[] wrapped) {}

    /** A page with room for one more leaf, held for share. */
    Optional<PageRow> pageWithRoom(Shelf shelf, int most) {
        return sql.first(
                "select * from keyring.page_with_room(?, ?, ?)", Sql::page, shelf.recordClass(), shelf.month(), most);
    }

    /** Until the transaction ends nobody else adds a page to this shelf. */
    void holdShelf(Shelf shelf) {
        sql.call("select keyring.hold_shelf(?, ?)", shelf.recordClass(), shelf.month());
    }

    void addPage(PageRow page, Shelf shelf) {
        sql.call(
                "select keyring.add_page(?, ?, ?, ?, ?, ?)",
                page.id(),
                page.version(),
                shelf.recordClass(),
                shelf.month(),
                page.epoch(),
                page.wrapped());
    }

    void addLeaf(UUID id, int version, UUID page, byte[] wrapped) {
        sql.call("select keyring.add_leaf(?, ?, ?, ?)", id, version, page, wrapped);
    }

    void addLeaves(List<Child> leaves, int version, UUID page) {
        sql.call(
                "select keyring.add_leaf(a.id, ?, ?, a.wrapped) from unnest(?, ?) a (id, wrapped)",
                version,
                page,
                leaves.stream().map(Child::id).toArray(UUID[]::new),
                leaves.stream().map(Child::wrapped).toArray(byte[][]::new));
    }

    Optional<LeafRow> leaf(UUID id) {
        return sql.first(
                "select version, wrapped, page_id, page_version, page_wrapped, epoch_id, epoch_version"
                        + " from keyring.leaf_of(?)",
                KeyRows::leaf,
                id);
    }

    /** Those of the leaves that there are, asked for at once. */
    Map<UUID, LeafRow> leaves(Collection<UUID> ids) {
        Map<UUID, LeafRow> found = new HashMap<>();
        sql.all(
                "select f.version, f.wrapped, f.page_id, f.page_version, f.page_wrapped, f.epoch_id, f.epoch_version, a.id"
                        + " from unnest(?) a(id) cross join lateral keyring.leaf_of(a.id) f",
                row -> found.put(row.getObject(8, UUID.class), leaf(row)),
                (Object) ids.toArray(UUID[]::new));
        return found;
    }

    private static LeafRow leaf(ResultSet row) throws SQLException {
        PageRow page = new PageRow(
                row.getObject(3, UUID.class),
                row.getInt(4),
                row.getBytes(5),
                row.getObject(6, UUID.class),
                row.getInt(7));
        return new LeafRow(row.getInt(1), row.getBytes(2), page);
    }

    Set<UUID> held(Collection<UUID> leaves) {
        return new HashSet<>(sql.all(
                "select keyring.held(?)", row -> row.getObject(1, UUID.class), (Object) leaves.toArray(UUID[]::new)));
    }

    List<Tombstone> forgotten(Collection<UUID> leaves) {
        return sql.all(
                "select leaf, order_id, epoch, destroyed_at from keyring.forgotten(?)",
                TombstoneRows::tombstone,
                (Object) leaves.toArray(UUID[]::new));
    }

    /** The page of a leaf, held alone; empty where there is no such leaf. */
    Optional<PageRow> holdPageOf(UUID leaf) {
        return sql.first("select * from keyring.hold_page_of(?)", Sql::page, leaf);
    }

    /** This page, held alone; empty where it is gone. */
    Optional<PageRow> holdPage(UUID page) {
        return sql.first("select * from keyring.hold_page(?)", Sql::page, page);
    }

    List<UUID> pages() {
        return sql.all("select * from keyring.page_ids()", row -> row.getObject(1, UUID.class));
    }

    /** Leaves of a page that were forgotten and came back with a copy. */
    List<UUID> returnedTo(UUID page) {
        return sql.all("select * from keyring.returned_to(?)", row -> row.getObject(1, UUID.class), page);
    }

    /** Enters tombstones from elsewhere, with the epochs they had. */
    void remember(List<Tombstone> tombstones) {
        sql.call(
                "select keyring.remember_tombstones(?, ?, ?, ?)",
                tombstones.stream().map(Tombstone::leaf).toArray(UUID[]::new),
                tombstones.stream().map(Tombstone::order).toArray(UUID[]::new),
                tombstones.stream().map(Tombstone::epoch).toArray(Long[]::new),
                tombstones.stream()
                        .map(tombstone -> tombstone.destroyedAt().toString())
                        .toArray(String[]::new));
    }

    List<Child> leavesOf(UUID page) {
        return sql.all(
                "select id, version, wrapped from keyring.leaves_of(?)",
                row -> new Child(row.getObject(1, UUID.class), row.getInt(2), row.getBytes(3)),
                page);
    }

    /**
     * Gives a held page another key.
     *
     * @param page as it will be, its version one more than it is
     */
    void replace(PageRow page, List<Child> living, List<UUID> dead, UUID order) {
        sql.call(
                "select keyring.replace_page(?, ?, ?, ?, ?, ?, ?, ?)",
                page.id(),
                page.version() - 1,
                page.epoch(),
                page.wrapped(),
                living.stream().map(Child::id).toArray(UUID[]::new),
                living.stream().map(Child::wrapped).toArray(byte[][]::new),
                dead.toArray(UUID[]::new),
                order);
    }

    /** Shelves with several pages of so few leaves or fewer. */
    List<Shelf> sparseShelves(int few) {
        return sql.all(
                "select class, month from keyring.sparse_shelves(?)",
                row -> new Shelf(row.getString(1), row.getString(2)),
                few);
    }

    /** Such pages of a shelf, held alone; pages that others hold are left out. */
    List<PageRow> holdSparsePages(Shelf shelf, int few, int most) {
        return sql.all(
                "select * from keyring.hold_sparse_pages(?, ?, ?, ?)",
                Sql::page,
                shelf.recordClass(),
                shelf.month(),
                few,
                most);
    }

    /** Puts a fresh page in the place of held ones, whose leaves are all among those given. */
    void merge(PageRow fresh, List<UUID> sources, List<Child> leaves) {
        sql.call(
                "select keyring.merge_pages(?, ?, ?, ?, ?, ?, ?)",
                fresh.id(),
                fresh.version(),
                fresh.epoch(),
                fresh.wrapped(),
                sources.toArray(UUID[]::new),
                leaves.stream().map(Child::id).toArray(UUID[]::new),
                leaves.stream().map(Child::wrapped).toArray(byte[][]::new));
    }

    /** Pages of other epochs than this, held alone; pages that others hold are left out. */
    List<PageRow> holdPagesBehind(UUID epoch, int most) {
        return sql.all("select * from keyring.hold_pages_behind(?, ?)", Sql::page, epoch, most);
    }

    /** Puts held pages under another epoch. */
    void move(UUID epoch, List<UUID> pages, List<byte[]> wraps) {
        int moved = sql.first(
                        "select keyring.move_pages(?, ?, ?)",
                        row -> row.getInt(1),
                        epoch,
                        pages.toArray(UUID[]::new),
                        wraps.toArray(byte[][]::new))
                .orElse(0);
        if (moved != pages.size()) {
            throw new IllegalStateException("of " + pages.size() + " pages " + moved + " could be moved");
        }
    }
}
