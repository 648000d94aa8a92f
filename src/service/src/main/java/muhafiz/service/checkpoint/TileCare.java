package muhafiz.service.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.LogPath;
import muhafiz.proof.tlog.Tile;
import muhafiz.proof.tree.InclusionProof;
import muhafiz.proof.tree.MerkleTree;
import muhafiz.proof.tree.TreeHash;
import muhafiz.service.log.TreeRows;
import muhafiz.store.ObjectDestroyer;
import muhafiz.store.S3Tiles;

/**
 * Looks after the tiles in the bucket: partial ones are taken away when the full one lies there (c2sp.org/tlog-tiles), and full ones that
 * are missing or damaged are put again from rows, as long as the rows are those of the checkpoint: where somebody changed them, what lies
 * in the bucket may be the only true copy. One call at a time; a node that starts anew begins a little earlier.
 */
@ApplicationScoped
public class TileCare {
    private static final Logger LOG = System.getLogger(TileCare.class.getName());
    private static final long LOOKED_BACK = (long) Tile.WIDTH * Tile.WIDTH;
    private static final long LOOKED_AT = 128L * Tile.WIDTH;

    private final CheckpointRows rows;
    private final Publication publication;
    private final TreeRows tree;
    private final S3Tiles shelf;
    private final ObjectDestroyer destroyer;
    private long swept = -1;
    private long mended;

    @Inject
    TileCare(CheckpointRows rows, Publication publication, TreeRows tree, S3Tiles shelf, ObjectDestroyer destroyer) {
        this.rows = rows;
        this.publication = publication;
        this.tree = tree;
        this.shelf = shelf;
        this.destroyer = destroyer;
    }

    /** How many partial tiles and bundles were taken away. */
    public synchronized int sweep() {
        long shown = rows.newest().map(Published::size).orElse(0L);
        long from = swept < 0 ? Math.max(0, shown - LOOKED_BACK) : swept;
        List<String> partial = new ArrayList<>();
        for (LogPath full : fullParts(from, shown)) {
            destroyer.list(S3Tiles.PREFIX + full.path() + ".p/", object -> partial.add(object.name()));
        }
        partial.forEach(destroyer::delete);
        swept = shown;
        return partial.size();
    }

    /**
     * Looks at some full tiles and bundles, going round and round.
     *
     * @return how many had to be put again
     */
    public synchronized int mend() {
        Optional<Checkpoint> newest = rows.newest().map(Published::checkpoint);
        return newest.map(this::mend).orElse(0);
    }

    private int mend(Checkpoint shown) {
        long from = mended;
        long to = Math.min(shown.size(), from + LOOKED_AT);
        int put = 0;
        for (LogPath full : fullParts(from, to)) {
            put += mend(full, shown) ? 1 : 0;
        }
        mended = to < shown.size() ? to : 0;
        return put;
    }

    private boolean mend(LogPath full, Checkpoint shown) {
        Optional<byte[]> wanted = full instanceof Tile tile
                ? Optional.of(publication.bytes(tile))
                : publication.bytes((EntryBundle) full);
        if (wanted.isEmpty()
                || shelf.get(full.path())
                        .filter(there -> Arrays.equals(there, wanted.get()))
                        .isPresent()) {
            return false;
        }
        if (!isAsShown(full, shown)) {
            LOG.log(
                    Level.ERROR,
                    "the rows of {0} are not those that were shown; the bucket is left as it is",
                    full.path());
            return false;
        }
        LOG.log(Level.WARNING, "{0} was missing or damaged in the bucket and is put again", full.path());
        shelf.put(full.path(), wanted.get());
        return true;
    }

    /** The path from a full tile's first entry to the root goes through all its hashes. */
    private boolean isAsShown(LogPath full, Checkpoint shown) {
        long first =
                full instanceof Tile tile ? tile.first() << (Tile.HEIGHT * tile.level()) : ((EntryBundle) full).first();
        TreeHash leaf = tree.hashes(0, first, 1).get(0);
        return InclusionProof.of(first, shown.size(), tree).proves(leaf, shown.root())
                && (full instanceof Tile || hold((EntryBundle) full));
    }

    private boolean hold(EntryBundle bundle) {
        List<TreeHash> hashes = tree.leaves(bundle.first(), bundle.width()).stream()
                .map(MerkleTree::leafHash)
                .toList();
        return hashes.equals(tree.hashes(0, bundle.first(), bundle.width()));
    }

    /** What became full between two sizes. */
    private static List<LogPath> fullParts(long from, long to) {
        List<LogPath> full = new ArrayList<>();
        EntryBundle.between(from, to).stream()
                .filter(bundle -> !bundle.isPartial())
                .forEach(full::add);
        Tile.between(from, to).stream().filter(tile -> !tile.isPartial()).forEach(full::add);
        return full;
    }
}
