package muhafiz.proof.tree;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * All that has to be kept of a tree to append to it and to name its root: its size and the roots of the complete subtrees
 * it is made of, largest first, one for each bit of the size.
 *
 * @param size number of leaves, not negative
 * @param nodes as many as {@code size} has bits
 */
public record CompactRange(long size, List<TreeHash> nodes) {
    public static final CompactRange EMPTY = new CompactRange(0, List.of());
    private static final int TILE_HEIGHT = 8;

    public CompactRange {
        nodes = List.copyOf(nodes);
        if (size < 0 || nodes.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves does not have " + nodes.size() + " parts");
        }
    }

    /**
     * A tree grown by some leaves.
     *
     * @param range the larger tree
     * @param completed the subtrees of 256^level leaves that these leaves completed, in the order of their completion
     */
    public record Growth(CompactRange range, List<Subtree> completed) {}

    /** The tree with these leaf hashes appended. */
    public Growth append(List<TreeHash> leafHashes) {
        var grown = new ArrayList<>(nodes);
        var completed = new ArrayList<Subtree>();
        long leaf = size;
        for (TreeHash hash : leafHashes) {
            append(leaf++, hash, grown, completed);
        }
        return new Growth(new CompactRange(leaf, grown), List.copyOf(completed));
    }

    private static void append(long leaf, TreeHash hash, List<TreeHash> nodes, List<Subtree> completed) {
        TreeHash node = hash;
        long index = leaf;
        for (int height = 1; (index & 1) == 1; height++) {
            node = MerkleTree.nodeHash(nodes.remove(nodes.size() - 1), node);
            index >>= 1;
            if (height % TILE_HEIGHT == 0) {
                completed.add(new Subtree(height / TILE_HEIGHT, index, node));
            }
        }
        nodes.add(node);
    }

    /** RFC 6962 §2.1. */
    public TreeHash root() {
        if (nodes.isEmpty()) {
            return MerkleTree.emptyRoot();
        }
        TreeHash root = nodes.get(nodes.size() - 1);
        for (int i = nodes.size() - 2; i >= 0; i--) {
            root = MerkleTree.nodeHash(nodes.get(i), root);
        }
        return root;
    }

    /** The size in 8 bytes, big-endian, and 32 bytes for each node. */
    public byte[] encoded() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(size).array());
        nodes.forEach(node -> out.writeBytes(node.bytes()));
        return out.toByteArray();
    }

    /**
     * The inverse of {@link #encoded()}.
     *
     * @throws IllegalArgumentException when these are not the bytes of a range
     */
    public static CompactRange decode(byte[] encoded) {
        if (encoded.length % TreeHash.LENGTH != Long.BYTES) {
            throw new IllegalArgumentException("a compact range is 8 and n times 32 bytes, was " + encoded.length);
        }
        var in = ByteBuffer.wrap(encoded);
        long size = in.getLong();
        var nodes = new ArrayList<TreeHash>();
        while (in.hasRemaining()) {
            byte[] hash = new byte[TreeHash.LENGTH];
            in.get(hash);
            nodes.add(new TreeHash(hash));
        }
        return new CompactRange(size, nodes);
    }
}
