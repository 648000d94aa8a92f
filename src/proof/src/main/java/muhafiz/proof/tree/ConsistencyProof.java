package muhafiz.proof.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * RFC 6962 §2.1.2: that a tree begins with all the leaves of an older one.
 *
 * @param oldSize leaves of the older tree, at least 1 (see {@code package-info} about 0)
 * @param newSize leaves of the newer tree, at least {@code oldSize}
 * @param path as RFC 6962 orders it, at most 63 hashes; empty between equal sizes
 */
public record ConsistencyProof(long oldSize, long newSize, List<TreeHash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
        if (oldSize < 1 || newSize < oldSize) {
            throw new IllegalArgumentException(
                    "nothing is proved by a tree of " + oldSize + " leaves about one of " + newSize);
        }
        if (path.size() > InclusionProof.LONGEST_PATH) {
            throw new IllegalArgumentException(
                    "a path has at most " + InclusionProof.LONGEST_PATH + " hashes, was " + path.size());
        }
    }

    /** The proof between the trees of the first {@code oldSize} and the first {@code newSize} leaves of {@code tiles}. */
    public static ConsistencyProof of(long oldSize, long newSize, HashReader tiles) {
        var subtrees = new Subtrees(newSize, tiles);
        var path = new ArrayDeque<TreeHash>();
        long from = 0;
        long to = newSize;
        while (to != oldSize) {
            long split = from + MerkleTree.split(to - from);
            if (oldSize <= split) {
                path.addFirst(subtrees.root(split, to));
                to = split;
            } else {
                path.addFirst(subtrees.root(from, split));
                from = split;
            }
        }
        if (from > 0) {
            path.addFirst(subtrees.root(from, to));
        }
        return new ConsistencyProof(oldSize, newSize, List.copyOf(path));
    }

    /** Whether the tree with root {@code newRoot} begins with that of root {@code oldRoot} (RFC 9162 §2.1.4.2). */
    public boolean proves(TreeHash oldRoot, TreeHash newRoot) {
        if (oldSize == newSize) {
            return path.isEmpty() && oldRoot.equals(newRoot);
        }
        List<TreeHash> hashes = withOldRoot(oldRoot);
        return !hashes.isEmpty() && proves(hashes, oldRoot, newRoot);
    }

    /** RFC 6962 leaves the old root out where it is itself a complete subtree of the new tree. */
    private List<TreeHash> withOldRoot(TreeHash oldRoot) {
        if (Long.bitCount(oldSize) != 1) {
            return path;
        }
        var hashes = new ArrayList<TreeHash>();
        hashes.add(oldRoot);
        hashes.addAll(path);
        return hashes;
    }

    private boolean proves(List<TreeHash> hashes, TreeHash oldRoot, TreeHash newRoot) {
        var climb = new Climb(oldSize - 1, newSize - 1);
        climb.upToLeftChild();
        TreeHash older = hashes.get(0);
        TreeHash newer = hashes.get(0);
        for (TreeHash hash : hashes.subList(1, hashes.size())) {
            if (climb.isAtRoot()) {
                return false;
            }
            if (climb.isRightChild()) {
                older = MerkleTree.nodeHash(hash, older);
                newer = MerkleTree.nodeHash(hash, newer);
            } else {
                newer = MerkleTree.nodeHash(newer, hash);
            }
            climb.up();
        }
        return climb.isAtRoot() && older.equals(oldRoot) && newer.equals(newRoot);
    }
}
