package muhafiz.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree held against {@link NaiveTree}. */
class EverySizeTest {
    private static final int LARGEST = 1_100;
    private static final NaiveTree NAIVE = new NaiveTree(65_537);
    private static final GrowingTree TREE = new GrowingTree();

    @BeforeAll
    static void grow() {
        TREE.append(NAIVE.leaves());
    }

    @Test
    void everyTreeUpToElevenHundredHasItsRoot() {
        var range = CompactRange.EMPTY;
        for (int size = 1; size <= LARGEST; size++) {
            range = range.append(NAIVE.leaves().subList(size - 1, size)).range();

            assertThat(range.root()).as("size %d", size).isEqualTo(NAIVE.root(size));
            assertThat(CompactRange.decode(range.encoded()).root()).isEqualTo(range.root());
        }
    }

    @Test
    void everyLeafOfEveryTreeUpToElevenHundredIsIncluded() {
        for (int size = 1; size <= LARGEST; size++) {
            TreeHash root = TREE_ROOTS.get(size);
            for (int index = size % 7; index < size; index += 7) {
                includes(index, size, root);
            }
        }
    }

    private static final List<TreeHash> TREE_ROOTS = roots();

    private static List<TreeHash> roots() {
        var roots = new ArrayList<TreeHash>();
        for (int size = 0; size <= LARGEST; size++) {
            roots.add(NAIVE.root(size));
        }
        return roots;
    }

    private static void includes(int index, int size, TreeHash root) {
        var proof = InclusionProof.of(index, size, TREE);

        assertThat(proof.proves(TREE.level(0).get(index), root))
                .as("%d in %d", index, size)
                .isTrue();
        assertThat(proof.proves(MerkleTree.emptyRoot(), root)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 64, 255, 256, 257, 511, 512, 513, 1_099, 1_100})
    void everyPathIsTheOneOfTheRfc(int size) {
        for (int index = 0; index < size; index++) {
            assertThat(InclusionProof.of(index, size, TREE).path())
                    .as("%d in %d", index, size)
                    .isEqualTo(NAIVE.path(index, size));
        }
    }

    @Test
    void everyTreeUpToElevenHundredBeginsWithTheOlderOnes() {
        for (int size = 1; size <= LARGEST; size++) {
            for (int older = 1 + size % 5; older <= size; older += 5) {
                var proof = ConsistencyProof.of(older, size, TREE);

                assertThat(proof.proves(TREE_ROOTS.get(older), TREE_ROOTS.get(size)))
                        .as("%d in %d", older, size)
                        .isTrue();
                assertThat(proof.proves(TREE_ROOTS.get(older - 1), TREE_ROOTS.get(size)))
                        .as("%d in %d", older, size)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 64, 255, 256, 257, 511, 512, 513, 1_099, 1_100})
    void everyConsistencyProofIsTheOneOfTheRfc(int size) {
        for (int older = 1; older <= size; older++) {
            assertThat(ConsistencyProof.of(older, size, TREE).path())
                    .as("%d in %d", older, size)
                    .isEqualTo(NAIVE.proof(older, size));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65_535, 65_536, 65_537})
    void atTheBordersOfTilesTheProofsAreThoseOfTheRfc(int size) {
        for (int index : new int[] {0, 1, 255, 256, 257, 32_768, 65_279, 65_280, 65_533, size - 1}) {
            assertThat(InclusionProof.of(index, size, TREE).path()).isEqualTo(NAIVE.path(index, size));
            assertThat(ConsistencyProof.of(index + 1, size, TREE).path()).isEqualTo(NAIVE.proof(index + 1, size));
        }
    }

    @Test
    void completedSubtreesAreTheHashesOfFullTiles() {
        assertThat(TREE.level(1)).hasSize(256);
        assertThat(TREE.level(2)).containsExactly(NAIVE.root(65_536));
        for (int index = 0; index < 256; index++) {
            assertThat(TREE.level(1).get(index)).isEqualTo(NAIVE.root(256 * index, 256 * index + 256));
        }
    }

    @Test
    void howTheLeavesWereBatchedMakesNoDifference() {
        var batched = new GrowingTree();
        for (int from = 0, batch = 1; from < 65_537; from += batch, batch = batch % 997 + 1) {
            batched.append(NAIVE.leaves().subList(from, Math.min(65_537, from + batch)));
        }

        assertThat(batched.range()).isEqualTo(TREE.range());
        assertThat(batched.level(1)).isEqualTo(TREE.level(1));
        assertThat(batched.level(2)).isEqualTo(TREE.level(2));
    }

    @Test
    void aProofReadsAtMostTwoTilesOfEachLevel() {
        TREE.readsSinceLastAsked();

        InclusionProof.of(12_345, 65_537, TREE);
        assertThat(TREE.readsSinceLastAsked()).isLessThanOrEqualTo(6);

        ConsistencyProof.of(12_345, 65_537, TREE);
        assertThat(TREE.readsSinceLastAsked()).isLessThanOrEqualTo(6);
    }
}
