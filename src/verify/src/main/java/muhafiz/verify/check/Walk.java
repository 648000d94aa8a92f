package muhafiz.verify.check;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.Tile;
import muhafiz.proof.tree.CompactRange;
import muhafiz.proof.tree.Subtree;
import muhafiz.proof.tree.TreeHash;

/**
 * One reading of a whole log from its first entry to its last; it stops with a {@link BadPositionException} at the first that is wrong.
 *
 * <p>Every entry must hash to what its tile of level 0 says, every full tile to what the tile above says, the whole to what the
 * checkpoint says, and the first m entries to what each older checkpoint of size m says. Where an entry and its tile tell two stories,
 * the tree that the tiles make decides which of them the checkpoint stands for.
 */
final class Walk {
    private final Leaves leaves;
    private final Checkpoint head;
    private final Deque<Checkpoint> floors = new ArrayDeque<>();
    private final List<LogFolder> before;
    private CompactRange range = CompactRange.EMPTY;
    private long agreed;

    /**
     * @param floors older checkpoints that are believed, in any order
     * @param before the same log as it was downloaded before, for naming the very entry that differs
     */
    Walk(Leaves leaves, Checkpoint head, List<Checkpoint> floors, List<LogFolder> before) {
        this.leaves = leaves;
        this.head = head;
        this.before = before;
        floors.stream().sorted(Comparator.comparingLong(Checkpoint::size)).forEach(this.floors::add);
    }

    void run() {
        meetFloors();
        for (Iterator<EntryBundle> all = bundles(); all.hasNext(); ) {
            EntryBundle bundle = all.next();
            List<TreeHash> hashes = agreeing(bundle);
            before.forEach(older -> compare(bundle, hashes, older));
            append(hashes);
        }
        if (!range.root().equals(head.root())) {
            throw new BadPositionException(
                    BadPositionException.entries(agreed, Math.max(agreed, head.size() - 1)),
                    "entries and tiles agree, but their tree is not the one that was signed");
        }
        requireReached();
    }

    /** One by one: the size is what somebody says, and the folder may be far smaller. */
    private Iterator<EntryBundle> bundles() {
        return EntryBundle.eachBetween(0, head.size()).iterator();
    }

    /** The hashes of a bundle, each of which is what its tile says. */
    private List<TreeHash> agreeing(EntryBundle bundle) {
        List<TreeHash> stored = stored(bundle);
        List<TreeHash> hashes = leaves.hashes(bundle);
        if (hashes.isEmpty()) {
            throw new BadPositionException(range(bundle), bundle.path() + " is missing");
        }
        for (int i = 0; i < stored.size(); i++) {
            if (i == hashes.size()) {
                throw new BadPositionException("entry " + (bundle.first() + i), bundle.path() + " ends before it");
            }
            if (!hashes.get(i).equals(stored.get(i))) {
                throw new BadPositionException("entry " + (bundle.first() + i), whoIsWrong());
            }
        }
        return stored;
    }

    private List<TreeHash> stored(EntryBundle bundle) {
        try {
            return leaves.stored(bundle);
        } catch (MissingPartException e) {
            throw new BadPositionException(range(bundle), String.valueOf(e.getMessage()));
        }
    }

    private static String range(EntryBundle bundle) {
        return BadPositionException.entries(bundle.first(), bundle.first() + bundle.width() - 1);
    }

    private String whoIsWrong() {
        return tilesMakeTheHead()
                ? "another entry stands here than the one that was signed"
                : "the entry is not the one of its tile, and the tiles are not those of the checkpoint";
    }

    private boolean tilesMakeTheHead() {
        try {
            var tiles = CompactRange.EMPTY;
            for (Iterator<EntryBundle> all = bundles(); all.hasNext(); ) {
                EntryBundle bundle = all.next();
                tiles = tiles.append(leaves.stored(bundle)).range();
            }
            return tiles.root().equals(head.root());
        } catch (MissingPartException e) {
            return false;
        }
    }

    private static void compare(EntryBundle bundle, List<TreeHash> hashes, LogFolder older) {
        List<TreeHash> known = knownTo(older, bundle);
        for (int i = 0; i < known.size(); i++) {
            if (!known.get(i).equals(hashes.get(i))) {
                throw new BadPositionException(
                        "entry " + (bundle.first() + i), "fork: the log as downloaded before has another entry here");
            }
        }
    }

    private static List<TreeHash> knownTo(LogFolder older, EntryBundle bundle) {
        long size = older.checkpoint()
                .map(note -> Checkpoint.parse(note.text()).size())
                .orElse(0L);
        int width = (int) Math.min(bundle.width(), size - bundle.first());
        try {
            return width < 1 ? List.of() : older.hashes(new Tile(0, bundle.index(), width));
        } catch (MissingPartException e) {
            return List.of();
        }
    }

    /** Grows the tree, stopping at each older checkpoint to compare. */
    private void append(List<TreeHash> hashes) {
        List<TreeHash> left = hashes;
        while (!floors.isEmpty() && floors.element().size() <= range.size() + left.size()) {
            int upTo = (int) (floors.element().size() - range.size());
            grow(left.subList(0, upTo));
            left = left.subList(upTo, left.size());
            meetFloors();
        }
        grow(left);
    }

    private void grow(List<TreeHash> hashes) {
        var growth = range.append(hashes);
        range = growth.range();
        growth.completed().forEach(this::compareTile);
    }

    private void compareTile(Subtree subtree) {
        long first = subtree.index() << (8 * subtree.level());
        String position = BadPositionException.entries(first, first + (1L << (8 * subtree.level())) - 1);
        var tile = new Tile(subtree.level(), subtree.index() / Tile.WIDTH, widthOf(subtree));
        try {
            TreeHash stored = leaves.folder().hashes(tile).get((int) (subtree.index() % Tile.WIDTH));
            if (!stored.equals(subtree.hash())) {
                throw new BadPositionException(position, tile.path() + " has another hash for them");
            }
        } catch (MissingPartException e) {
            throw new BadPositionException(position, String.valueOf(e.getMessage()));
        }
    }

    private int widthOf(Subtree subtree) {
        long first = subtree.index() / Tile.WIDTH * Tile.WIDTH;
        return (int) Math.min(Tile.WIDTH, (head.size() >> (8 * subtree.level())) - first);
    }

    private void meetFloors() {
        while (!floors.isEmpty() && floors.element().size() == range.size()) {
            Checkpoint floor = floors.remove();
            if (!range.root().equals(floor.root())) {
                throw new BadPositionException(
                        BadPositionException.entries(agreed, Math.max(agreed, floor.size() - 1)),
                        "fork: the checkpoint of size " + floor.size() + " was signed over other entries");
            }
            agreed = floor.size();
        }
    }

    private void requireReached() {
        if (!floors.isEmpty()) {
            throw new BadPositionException(
                    "entry " + head.size(),
                    "cut or rolled back: the log ends before it, and a checkpoint of size "
                            + floors.getLast().size() + " was signed");
        }
    }
}
