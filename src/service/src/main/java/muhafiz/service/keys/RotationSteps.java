package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.keys.EpochRows.Epoch;
import muhafiz.service.keys.EpochRows.Root;
import muhafiz.service.keys.KeyRows.PageRow;

/** The transactions of a rotation. Each may be repeated, by this node or another, at any time; together they lose nothing living. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class RotationSteps {
    private static final int FIRST_VERSION = 1;

    /** Pages of one transaction: some milliseconds of it. */
    private static final int BATCH = 500;

    private final EpochRows epochs;
    private final KeyRows rows;
    private final EpochKeys epochKeys;
    private final PageKeys pageKeys;

    @Inject
    RotationSteps(EpochRows epochs, KeyRows rows, EpochKeys epochKeys, PageKeys pageKeys) {
        this.epochs = epochs;
        this.rows = rows;
        this.epochKeys = epochKeys;
        this.pageKeys = pageKeys;
    }

    /** The newest epoch, whether or not every page has come over to it. */
    public Optional<Epoch> newest() {
        return epochs.newest();
    }

    /**
     * Names the root of the next epoch, and the rotation it dies with, before any holder makes it: a crash leaves a name, never a root
     * that nobody knows of.
     *
     * @param horizon rotations that a forgotten leaf may still be read by whoever kept all wraps and has today's roots
     */
    public Root plan(int horizon) {
        epochs.holdRotation();
        return epochs.plannedRoot().orElseGet(() -> {
            RootName name = RootName.fresh(lastNumber() + 1, horizon);
            epochs.planRoot(name.text(), name.epoch(), name.diesWith());
            return epochs.plannedRoot().orElseThrow();
        });
    }

    /** No number is used twice, not even one that is known from a root only. */
    private long lastNumber() {
        long begun = epochs.newest().map(Epoch::number).orElse(0L);
        return epochs.roots().stream().mapToLong(Root::epoch).reduce(begun, Math::max);
    }

    /** Begins the epoch of a root that every holder has made; what has begun already is left as it is. */
    public void begin(Root root) {
        epochs.holdRotation();
        long newest = epochs.newest().map(Epoch::number).orElse(0L);
        if (root.epoch() <= newest) {
            return;
        }
        UUID id = Randoms.id();
        try (LeafKey key = LeafKey.fresh()) {
            epochs.addEpoch(id, root.epoch(), FIRST_VERSION, epochKeys.wrap(key, id, FIRST_VERSION, root.id()));
        }
    }

    /** Wraps some pages of older epochs under the newest. @return how many */
    public int move() {
        Epoch newest = epochs.newest().orElseThrow();
        List<UUID> pages = new ArrayList<>();
        List<byte[]> wraps = new ArrayList<>();
        for (PageRow page : rows.holdPagesBehind(newest.id(), BATCH)) {
            try (LeafKey key = pageKeys.keyOf(page)) {
                pages.add(page.id());
                wraps.add(
                        pageKeys.wrapped(page.id(), page.version(), key, newest).wrapped());
            }
        }
        if (!pages.isEmpty()) {
            rows.move(newest.id(), pages, wraps);
        }
        return pages.size();
    }

    /** Ends every epoch but the newest; false while a page is still wrapped under an older one. */
    public boolean finish(Epoch epoch) {
        return epochs.finish(epoch.number());
    }

    /** The roots whose time has come; none before the newest epoch has every page. */
    public List<Root> due() {
        Epoch newest = epochs.newest().orElseThrow();
        return newest.finished()
                ? epochs.roots().stream()
                        .filter(root -> root.diesWith() <= newest.number())
                        .toList()
                : List.of();
    }

    /** Notes that no holder has the root any more. */
    public void gone(Root root) {
        epochs.rootIsGone(root.id());
    }

    /** Roots that may still be alive somewhere. */
    public int alive() {
        return epochs.roots().size();
    }
}
