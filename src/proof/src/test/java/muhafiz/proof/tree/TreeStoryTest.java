package muhafiz.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeStoryTest {
    @Test
    void theStoryOfThePackage() {
        byte[] leaf = "a leaf".getBytes();
        var leafHashes = List.of(MerkleTree.leafHash(new byte[0]), MerkleTree.leafHash(leaf));
        HashReader tiles = (level, first, count) -> leafHashes.subList((int) first, (int) first + count);
        long index = 1;

        var grown = CompactRange.EMPTY.append(leafHashes);
        var proof = InclusionProof.of(index, grown.range().size(), tiles);
        boolean included = proof.proves(MerkleTree.leafHash(leaf), grown.range().root());

        assertThat(included).isTrue();
        assertThat(grown.completed()).isEmpty();
    }

    /** Roots of the eight inputs of certificate-transparency's reference tests, for 1 to 8 leaves (merkletree_test). */
    @Test
    void theRootsAreThoseOfCertificateTransparency() {
        var inputs = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        var roots = List.of(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        var range = CompactRange.EMPTY;
        for (int i = 0; i < inputs.size(); i++) {
            var leaf = MerkleTree.leafHash(HexFormat.of().parseHex(inputs.get(i)));
            range = range.append(List.of(leaf)).range();

            assertThat(range.root()).hasToString(roots.get(i));
        }
    }

    @Test
    void theRootOfTheEmptyTreeIsTheHashOfNothing() {
        // RFC 6962 §2.1: MTH({}) = SHA-256(); the value is that of FIPS 180-4's example for the empty message
        assertThat(CompactRange.EMPTY.root())
                .isEqualTo(MerkleTree.emptyRoot())
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void nothingIsProvedAboutTheEmptyTree() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InclusionProof(0, 0, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConsistencyProof(0, 0, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConsistencyProof(0, 5, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConsistencyProof(6, 5, List.of()));
    }

    @Test
    void aPathBeyondSixtyThreeHashesIsRefused() {
        var tooLong = Collections.nCopies(64, MerkleTree.emptyRoot());

        assertThatIllegalArgumentException().isThrownBy(() -> new InclusionProof(0, Long.MAX_VALUE, tooLong));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConsistencyProof(1, Long.MAX_VALUE, tooLong));
    }

    @Test
    void aRangeComesBackAsItWasWrittenAndNothingElseDoes() {
        var range = CompactRange.EMPTY.append(new NaiveTree(11).leaves()).range();
        byte[] encoded = range.encoded();

        assertThat(CompactRange.decode(encoded)).isEqualTo(range);
        assertThat(encoded).hasSize(8 + 3 * 32);
        encoded[7] = 15;
        assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.decode(encoded));
        assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.decode(new byte[9]));
    }
}
