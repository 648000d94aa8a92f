package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.QuorumPair;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.keys.EpochRows.Copy;
import muhafiz.service.keys.EpochRows.Epoch;
import muhafiz.service.keys.EpochRows.Root;
import muhafiz.service.keys.EpochRows.Wrap;
import muhafiz.service.keys.KeyRows.PageRow;

/** The transactions of a rotation. Each may be repeated, by this node or another, at any time; together they lose nothing living. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class RotationSteps {
    private static final int FIRST_VERSION = 1;

    /** Pages of one transaction: some milliseconds of it. */
    private static final int BATCH = 1000;

    private final EpochRows epochs;
    private final KeyRows rows;
    private final EpochKeys epochKeys;
    private final PageKeys pageKeys;
    private final QuorumWraps quorums;

    @Inject
    RotationSteps(EpochRows epochs, KeyRows rows, EpochKeys epochKeys, PageKeys pageKeys, QuorumWraps quorums) {
        this.epochs = epochs;
        this.rows = rows;
        this.epochKeys = epochKeys;
        this.pageKeys = pageKeys;
        this.quorums = quorums;
    }

    /** The newest epoch, whether or not every page has come over to it. */
    public Optional<Epoch> newest() {
        return epochs.newest();
    }

    /**
     * Names the root of the next epoch, and the rotation it dies with, before any holder makes it: a crash leaves a name, never a root
     * that nobody knows of.
     *
     * @param plan how long it is to live, and what is to die for it
     * @param holders the names of those who will make it
     */
    public Root plan(RotationPlan plan, Set<String> holders) {
        epochs.holdRotation();
        Root root = epochs.plannedRoot().orElseGet(() -> {
            RootName name = RootName.fresh(lastNumber() + 1, plan.horizon());
            epochs.planRoot(name.text(), name.epoch(), name.diesWith());
            return epochs.plannedRoot().orElseThrow();
        });
        epochs.planCopies(root.id(), holders);
        if (plan.emergency()) {
            epochs.condemnRoots(root.epoch());
        }
        return root;
    }

    /** No number is used twice, not even one that is known from a root only. */
    private long lastNumber() {
        long begun = epochs.newest().map(Epoch::number).orElse(0L);
        return epochs.roots().stream().mapToLong(Root::epoch).reduce(begun, Math::max);
    }

    /** The name of the quorum's pair that must be made for this root's epoch; empty where the newest may go on. */
    public Optional<String> planQuorum(Root root, QuorumSettings settings, Instant now) {
        epochs.holdRotation();
        return quorums.plan(
                settings, root.epoch(), epochs.newest().map(Epoch::number).orElse(0L), now);
    }

    /**
     * What a quorum has to do with an epoch.
     *
     * @param wanted whether it is to hold the epoch's key
     * @param fresh a pair that begins with this epoch; empty where the newest goes on
     */
    record QuorumTurn(boolean wanted, Optional<QuorumPair> fresh) {
        static final QuorumTurn NONE = new QuorumTurn(false, Optional.empty());
    }

    /** Begins the epoch of a root that every holder has made; what has begun already is left as it is. */
    public void begin(Root root, QuorumTurn quorum) {
        epochs.holdRotation();
        Optional<Epoch> before = epochs.newest();
        if (root.epoch() <= before.map(Epoch::number).orElse(0L)) {
            return;
        }
        Epoch epoch = new Epoch(Randoms.id(), root.epoch(), FIRST_VERSION, false, root.bornAt());
        try (LeafKey key = LeafKey.fresh()) {
            Map<String, Wrap> wraps = epochKeys.wrap(key, epoch.id(), FIRST_VERSION, root.id());
            if (quorum.wanted()) {
                wraps.put(QuorumWraps.HOLDER, quorums.wrap(key, epoch, before, quorum.fresh()));
            }
            epochs.addEpoch(epoch.id(), root.epoch(), FIRST_VERSION, wraps);
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

    /** The names of the holders that may still have the root. */
    public List<String> holdersOf(Root root) {
        return epochs.copies().stream()
                .filter(copy -> copy.root().equals(root.id()))
                .map(Copy::place)
                .toList();
    }

    /** Notes that this holder has the root no more. */
    public void gone(Root root, String holder) {
        epochs.copyIsGone(root.id(), holder, false);
    }

    /** Notes that nothing of this rotation is left to do. */
    public void complete(Epoch epoch) {
        epochs.completeRotation(epoch.number());
    }

    /** By holder, the roots of epochs that have begun and that it should have. */
    public Map<String, Set<String>> expected() {
        Map<String, Set<String>> expected = new TreeMap<>();
        Optional<Epoch> newest = epochs.newest();
        for (Copy copy : epochs.copies()) {
            if (!copy.recovered()
                    && newest.filter(epoch -> copy.epoch() <= epoch.number()).isPresent()) {
                expected.computeIfAbsent(copy.place(), name -> new TreeSet<>()).add(copy.root());
            }
        }
        return expected;
    }

    /** Whether the root of that epoch outlives the next rotation. */
    public boolean survivesNext(long epoch) {
        long next = epochs.newest().orElseThrow().number() + 1;
        return epochs.roots().stream().anyMatch(root -> root.epoch() == epoch && root.diesWith() > next);
    }

    /** Whether the root of that epoch is not known to be gone. */
    public boolean isAlive(long epoch) {
        return epochs.roots().stream().anyMatch(root -> root.epoch() == epoch);
    }

    /** Roots that may still be alive somewhere. */
    public int alive() {
        return epochs.roots().size();
    }
}
