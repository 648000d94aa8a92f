package muhafiz.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** The tiles of a tree as a writer keeps them: leaf hashes, and the subtrees that {@link CompactRange} tells of. */
final class GrowingTree implements HashReader {
    private final List<List<TreeHash>> levels = new ArrayList<>(List.of(new ArrayList<>()));
    private CompactRange range = CompactRange.EMPTY;
    private int reads;

    void append(List<TreeHash> leaves) {
        var growth = range.append(leaves);
        range = growth.range();
        levels.get(0).addAll(leaves);
        for (Subtree subtree : growth.completed()) {
            if (levels.size() == subtree.level()) {
                levels.add(new ArrayList<>());
            }
            assertThat(subtree.index()).isEqualTo(levels.get(subtree.level()).size());
            levels.get(subtree.level()).add(subtree.hash());
        }
    }

    CompactRange range() {
        return range;
    }

    List<TreeHash> level(int level) {
        return levels.get(level);
    }

    int readsSinceLastAsked() {
        int since = reads;
        reads = 0;
        return since;
    }

    @Override
    public List<TreeHash> hashes(int level, long first, int count) {
        reads++;
        assertThat(first % 256).isZero();
        assertThat(count).isBetween(1, 256);
        return levels.get(level).subList((int) first, (int) first + count);
    }
}
