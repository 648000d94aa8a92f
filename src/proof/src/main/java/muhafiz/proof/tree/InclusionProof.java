package muhafiz.proof.tree;

import java.util.ArrayDeque;
import java.util.List;

/**
 * RFC 6962 §2.1.1: that one leaf stands at one place of a tree.
 *
 * @param index of the leaf, from 0, below {@code size}
 * @param size number of leaves of the tree, at least 1
 * @param path from the leaf's sibling up to a child of the root, at most 63 hashes
 */
public record InclusionProof(long index, long size, List<TreeHash> path) {
    static final int LONGEST_PATH = 63;

    public InclusionProof {
        path = List.copyOf(path);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        if (path.size() > LONGEST_PATH) {
            throw new IllegalArgumentException("a path has at most " + LONGEST_PATH + " hashes, was " + path.size());
        }
    }

    /** The proof for leaf {@code index} in the tree of the first {@code size} leaves of {@code tiles}. */
    public static InclusionProof of(long index, long size, HashReader tiles) {
        var subtrees = new Subtrees(size, tiles);
        var path = new ArrayDeque<TreeHash>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long split = from + MerkleTree.split(to - from);
            if (index < split) {
                path.addFirst(subtrees.root(split, to));
                to = split;
            } else {
                path.addFirst(subtrees.root(from, split));
                from = split;
            }
        }
        return new InclusionProof(index, size, List.copyOf(path));
    }

    /** Whether a leaf of hash {@code leaf} stands at {@link #index()} of the tree with root {@code root} (RFC 9162 §2.1.3.2). */
    public boolean proves(TreeHash leaf, TreeHash root) {
        var climb = new Climb(index, size - 1);
        TreeHash node = leaf;
        for (TreeHash sibling : path) {
            if (climb.isAtRoot()) {
                return false;
            }
            node = climb.isRightChild() ? MerkleTree.nodeHash(sibling, node) : MerkleTree.nodeHash(node, sibling);
            climb.up();
        }
        return climb.isAtRoot() && node.equals(root);
    }
}
