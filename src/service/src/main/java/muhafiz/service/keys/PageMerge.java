package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.keys.KeyRows.Child;
import muhafiz.service.keys.KeyRows.PageRow;

/**
 * Sparse pages of a shelf become one, in the caller's transaction. The page is fresh: no key that ever knew a leaf forgotten meanwhile is
 * wrapped once more for the sake of those that live.
 */
@ApplicationScoped
class PageMerge {
    private static final int FIRST_VERSION = 1;
    private static final int MOST_PAGES = 64;

    private final KeyRows rows;
    private final EpochRows epochs;
    private final PageKeys pages;
    private final int most;

    @Inject
    PageMerge(KeyRows rows, EpochRows epochs, PageKeys pages) {
        this(rows, epochs, pages, Keyring.PAGE);
    }

    /** @param most leaves on a page; one with a quarter of them or fewer is sparse */
    PageMerge(KeyRows rows, EpochRows epochs, PageKeys pages, int most) {
        this.rows = rows;
        this.epochs = epochs;
        this.pages = pages;
        this.most = most;
    }

    List<Shelf> sparseShelves() {
        return rows.sparseShelves(most / 4);
    }

    /** @return how many pages became one; 0 where fewer than two could be held */
    int merge(Shelf shelf) {
        List<Source> sources = sources(shelf);
        if (sources.size() < 2) {
            return 0;
        }
        try (LeafKey key = LeafKey.fresh()) {
            PageRow fresh = pages.wrapped(
                    Randoms.id(), FIRST_VERSION, key, epochs.newest().orElseThrow());
            List<Child> leaves = new ArrayList<>();
            for (Source source : sources) {
                leaves.addAll(moved(source, fresh, key));
            }
            rows.merge(fresh, sources.stream().map(Source::id).toList(), leaves);
        }
        return sources.size();
    }

    private record Source(PageRow page, List<Child> leaves) {
        UUID id() {
            return page.id();
        }
    }

    /** As many held pages as one can take. */
    private List<Source> sources(Shelf shelf) {
        List<Source> sources = new ArrayList<>();
        int room = most;
        for (PageRow page : rows.holdSparsePages(shelf, most / 4, MOST_PAGES)) {
            List<Child> leaves = rows.leavesOf(page.id());
            if (leaves.size() <= room) {
                sources.add(new Source(page, leaves));
                room -= leaves.size();
            }
        }
        return sources;
    }

    private List<Child> moved(Source source, PageRow fresh, LeafKey key) {
        try (LeafKey old = pages.keyOf(source.page())) {
            return source.leaves().stream()
                    .map(leaf -> LeafWraps.moved(leaf, source.page(), old, fresh, key))
                    .toList();
        }
    }
}
