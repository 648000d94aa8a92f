package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.RootGoneException;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.keys.KeyRows.Child;
import muhafiz.service.keys.KeyRows.LeafRow;
import muhafiz.service.keys.KeyRows.PageRow;

/**
 * Create, open and destroy leaves, in the transaction of the act. No root is asked for a leaf: a page's key is in memory, or is unwrapped
 * with its epoch's. Safe for all threads; a {@link LeafKey} that it hands out belongs to the caller, who closes it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Keyring {
    /** Leaves on a page; a few more where several come at once. */
    static final int PAGE = 256;

    /** By so many a page may have more. */
    private static final int AT_ONCE = 16;

    private static final int FIRST_VERSION = 1;
    private static final UUID TOMBSTONES_HAVE_THEIRS = new UUID(0, 0);

    private final KeyRows rows;
    private final EpochRows epochs;
    private final PageKeys pages;
    private final int most;

    @Inject
    Keyring(KeyRows rows, EpochRows epochs, PageKeys pages) {
        this(rows, epochs, pages, PAGE);
    }

    /** @param most leaves on a page */
    Keyring(KeyRows rows, EpochRows epochs, PageKeys pages, int most) {
        this.most = most;
        this.rows = rows;
        this.epochs = epochs;
        this.pages = pages;
    }

    /** Keeps a fresh key under a random id; from the commit on it can be opened, and forgotten. */
    public void create(UUID leaf, LeafKey key, Shelf shelf) {
        PageRow page = rows.pageWithRoom(shelf, most).orElseGet(() -> anotherPage(shelf));
        try (LeafKey pageKey = pages.keyOf(page)) {
            byte[] wrapped = LeafWraps.wrap(pageKey, key, leaf, FIRST_VERSION, page);
            rows.addLeaf(leaf, FIRST_VERSION, page.id(), wrapped);
        }
    }

    /** The same with keys that nobody holds yet, for several leaves at once. */
    public void createFresh(List<UUID> leaves, Shelf shelf) {
        for (int from = 0; from < leaves.size(); from += AT_ONCE) {
            PageRow page = rows.pageWithRoom(shelf, most).orElseGet(() -> anotherPage(shelf));
            List<Child> children = new ArrayList<>();
            try (LeafKey pageKey = pages.keyOf(page)) {
                for (UUID leaf : leaves.subList(from, Math.min(leaves.size(), from + AT_ONCE))) {
                    try (LeafKey key = LeafKey.fresh()) {
                        byte[] wrapped = LeafWraps.wrap(pageKey, key, leaf, FIRST_VERSION, page);
                        children.add(new Child(leaf, FIRST_VERSION, wrapped));
                    }
                }
            }
            rows.addLeaves(children, FIRST_VERSION, page.id());
        }
    }

    private PageRow anotherPage(Shelf shelf) {
        rows.holdShelf(shelf);
        return rows.pageWithRoom(shelf, most).orElseGet(() -> {
            try (LeafKey key = LeafKey.fresh()) {
                PageRow page = pages.wrapped(Randoms.id(), FIRST_VERSION, key, newestEpoch());
                rows.addPage(page, shelf);
                return page;
            }
        });
    }

    private EpochRows.Epoch newestEpoch() {
        return epochs.newest().orElseThrow(() -> new IllegalStateException("the key ring has no epoch yet"));
    }

    /**
     * The leaf's key.
     *
     * @throws ForgottenException where the leaf was destroyed or never was
     * @throws IntegrityException where the wrap was changed or moved
     */
    public LeafKey open(UUID leaf) {
        return openedWhereverItIs(leaf, rows.leaf(leaf).orElseThrow(ForgottenException::new));
    }

    /**
     * Opens many leaves with one question and lends each key, which is wiped when {@code use} returns. Leaves that were forgotten or never
     * were are left out.
     *
     * @throws IntegrityException where a wrap was changed or moved
     */
    public void lend(Collection<UUID> leaves, BiConsumer<UUID, LeafKey> use) {
        rows.leaves(leaves).forEach((leaf, row) -> {
            try (LeafKey key = openedWhereverItIs(leaf, row)) {
                use.accept(leaf, key);
            }
        });
    }

    private LeafKey openedWhereverItIs(UUID leaf, LeafRow row) {
        try {
            return opened(leaf, row);
        } catch (RootGoneException gone) {
            LeafRow now = rows.leaf(leaf).orElseThrow(ForgottenException::new);
            if (now.page().epoch().equals(row.page().epoch())) {
                throw gone;
            }
            return opened(
                    leaf, now); // a rotation took the page along, and ended the epoch, while this looked for its key
        }
    }

    private LeafKey opened(UUID leaf, LeafRow row) {
        try (LeafKey page = pages.keyOf(row.page())) {
            return LeafWraps.unwrap(page, new Child(leaf, row.version(), row.wrapped()), row.page());
        }
    }

    /** Whether the leaf still can be opened. */
    public boolean holds(UUID leaf) {
        return rows.leaf(leaf).isPresent();
    }

    /** Those of the leaves that still can be opened. */
    public Set<UUID> held(Collection<UUID> leaves) {
        return rows.held(leaves);
    }

    /** The tombstones of those of the leaves that were forgotten. */
    public List<Tombstone> forgotten(Collection<UUID> leaves) {
        return rows.forgotten(leaves);
    }

    /**
     * Forgets those of the leaves that stand on the page of the first one, and leaves a tombstone for each. The page gets another key,
     * under which the living leaves are wrapped anew: the key that knew the dead is wrapped no more, and dies with the roots that reach it
     * today. A transaction of its own for each page; a leaf already forgotten stays so.
     *
     * @return the leaves that were forgotten now; none where the first one was forgotten before
     */
    public Set<UUID> destroyPageOf(UUID first, Set<UUID> leaves, UUID order) {
        return rows.holdPageOf(first).map(page -> replace(page, leaves, order)).orElse(Set.of());
    }

    /** Gives a page another key, and forgets those of its leaves that have a tombstone; nothing where there is no such page. */
    void renew(UUID page) {
        rows.holdPage(page).ifPresent(old -> replace(old, Set.copyOf(rows.returnedTo(page)), TOMBSTONES_HAVE_THEIRS));
    }

    private Set<UUID> replace(PageRow old, Set<UUID> leaves, UUID order) {
        List<Child> living = new ArrayList<>();
        Set<UUID> dead = new TreeSet<>();
        try (LeafKey oldKey = pages.keyOf(old);
                LeafKey newKey = keyAfter(oldKey)) {
            PageRow page = pages.wrapped(old.id(), old.version() + 1, newKey, newestEpoch());
            for (Child child : rows.leavesOf(old.id())) {
                if (leaves.contains(child.id())) {
                    dead.add(child.id());
                } else {
                    living.add(LeafWraps.moved(child, old, oldKey, page, newKey));
                }
            }
            rows.replace(page, living, List.copyOf(dead), order);
        }
        return dead;
    }

    /** The key of a page whose leaves have died: never the one that knew them. */
    LeafKey keyAfter(LeafKey old) {
        return LeafKey.fresh();
    }
}
