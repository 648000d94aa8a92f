package muhafiz.verify.check;

import java.util.List;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.Tile;
import muhafiz.proof.tree.MerkleTree;
import muhafiz.proof.tree.TreeHash;

/**
 * Where the leaf hashes of a log come from.
 *
 * @param folder the log
 * @param fromIndex entries of bundles before this one are taken by their hashes: they were pruned, or the reader may not have them
 */
record Leaves(LogFolder folder, long fromIndex) {
    /** The hashes of a bundle's entries, fewer where the bundle is missing or cut. */
    List<TreeHash> hashes(EntryBundle bundle) {
        boolean pruned = bundle.first() + bundle.width() <= fromIndex;
        return pruned
                ? stored(bundle)
                : folder.entries(bundle).stream().map(MerkleTree::leafHash).toList();
    }

    /** The hashes that the tile of level 0 has for them. @throws MissingPartException when there is none */
    List<TreeHash> stored(EntryBundle bundle) {
        return folder.hashes(new Tile(0, bundle.index(), bundle.width()));
    }
}
