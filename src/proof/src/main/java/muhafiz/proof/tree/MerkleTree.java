package muhafiz.proof.tree;

import java.util.List;

/** RFC 6962 §2.1: how leaves and nodes are hashed. */
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};
    private static final TreeHash EMPTY = new TreeHash(Sha256.of());

    private MerkleTree() {}

    /** SHA-256 of nothing. */
    public static TreeHash emptyRoot() {
        return EMPTY;
    }

    /** SHA-256(0x00 || leaf). */
    public static TreeHash leafHash(byte[] leaf) {
        return new TreeHash(Sha256.of(LEAF, leaf));
    }

    /** SHA-256(0x01 || left || right). */
    public static TreeHash nodeHash(TreeHash left, TreeHash right) {
        return new TreeHash(Sha256.of(NODE, left.bytes(), right.bytes()));
    }

    /** The root over hashes that stand side by side at one height: leaf hashes, or roots of equally large subtrees. */
    public static TreeHash root(List<TreeHash> hashes) {
        if (hashes.isEmpty()) {
            return EMPTY;
        }
        if (hashes.size() == 1) {
            return hashes.get(0);
        }
        int split = (int) split(hashes.size());
        return nodeHash(root(hashes.subList(0, split)), root(hashes.subList(split, hashes.size())));
    }

    /** The largest power of two below {@code size}, which is at least 2: how many leaves stand left of the root. */
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
