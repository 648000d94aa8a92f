package muhafiz.proof.tree;

/**
 * A complete subtree whose root is the hash of a full tile.
 *
 * @param level of the tile in which {@code hash} stands, from 1: the subtree has 256^level leaves
 * @param index among the subtrees of that level, from 0
 * @param hash its root
 */
public record Subtree(int level, long index, TreeHash hash) {}
