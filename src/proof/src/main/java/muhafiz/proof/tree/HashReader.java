package muhafiz.proof.tree;

import java.util.List;

/** Where the hashes of a tree's tiles are kept: rows, objects or files. */
@FunctionalInterface
public interface HashReader {
    /**
     * Hashes that stand side by side in one tile: {@code MTH(D[i * 256^level : (i + 1) * 256^level])} for {@code count}
     * values of i.
     *
     * @param level 0 for leaf hashes; from 1 for roots of complete subtrees of 256^level leaves
     * @param first the first i, a multiple of 256
     * @param count 1 to 256
     * @return exactly {@code count} hashes
     */
    List<TreeHash> hashes(int level, long first, int count);
}
