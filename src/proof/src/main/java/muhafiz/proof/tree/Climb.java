package muhafiz.proof.tree;

/** The way from a node up to the root, beside the way of the tree's last leaf (RFC 9162 §2.1.3.2 and §2.1.4.2). */
final class Climb {
    private long node;
    private long last;

    Climb(long node, long last) {
        this.node = node;
        this.last = last;
    }

    boolean isAtRoot() {
        return last == 0;
    }

    /** The next sibling stands to the left: the node is a right child, or the last at its height. */
    boolean isRightChild() {
        return (node & 1) == 1 || node == last;
    }

    /** As long as the node is a right child: whatever stands left of it is part of the same complete subtree. */
    void upToLeftChild() {
        while ((node & 1) == 1) {
            halve();
        }
    }

    /** To the parent; a last node without a sibling is its own parent. */
    void up() {
        if (isRightChild()) {
            while ((node & 1) == 0 && node != 0) {
                halve();
            }
        }
        halve();
    }

    private void halve() {
        node >>= 1;
        last >>= 1;
    }
}
