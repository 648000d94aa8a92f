package muhafiz.proof.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import muhafiz.proof.tree.MerkleTree;
import muhafiz.proof.tree.TreeHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTextsTest {
    /** c2sp.org/tlog-witness, add-checkpoint: its example request. */
    private static final String REQUEST = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
            """;

    private static final TreeHash LEAF = MerkleTree.leafHash("leaf".getBytes());
    private static final TreeHash SIBLING = MerkleTree.leafHash("sibling".getBytes());
    private static final SignedNote CHECKPOINT = SignedNote.parse(
            new Checkpoint("a log", 2, MerkleTree.nodeHash(SIBLING, LEAF)).text() + "\n— name AAAAAAA=\n");

    @Test
    void theRequestOfTheSpecificationIsRead() {
        var request = WitnessRequest.parse(REQUEST);

        assertThat(request.oldSize()).isEqualTo(20_852_014);
        assertThat(request.path()).hasSize(4);
        assertThat(request.checkpoint().signatures()).hasSize(2);
        assertThat(request.asText()).isEqualTo(REQUEST);
    }

    @Test
    void aFirstRequestHasNoProof() {
        var request = new WitnessRequest(0, List.of(), CHECKPOINT);

        assertThat(request.asText()).startsWith("old 0\n\na log\n2\n");
        assertThat(WitnessRequest.parse(request.asText())).isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "old 1\n", "old 1", "old 01\n\n", "new 1\n\n", "old 1 \n\n", "old 1\nAAAA\n\n", "\n\n"})
    void whatIsNoRequestIsRefused(String beginning) {
        assertThatIllegalArgumentException().isThrownBy(() -> WitnessRequest.parse(beginning + CHECKPOINT.asText()));
    }

    @Test
    void aRequestWithSixtyFourHashesIsRefused() {
        String tooMany = "old 1\n" + HashLines.encode(LEAF).concat("\n").repeat(64) + "\n" + CHECKPOINT.asText();

        assertThatIllegalArgumentException().isThrownBy(() -> WitnessRequest.parse(tooMany));
    }

    @Test
    void aProofIsWrittenAsTheSpecificationSays() {
        var proof = new TlogProof(Optional.of("extra".getBytes()), 1, List.of(SIBLING), CHECKPOINT);

        assertThat(proof.asText())
                .isEqualTo("c2sp.org/tlog-proof@v1\nextra ZXh0cmE=\nindex 1\n" + HashLines.encode(SIBLING) + "\n\n"
                        + CHECKPOINT.asText());
        assertThat(proof.inclusion()
                        .proves(LEAF, Checkpoint.parse(CHECKPOINT.text()).root()))
                .isTrue();
    }

    @Test
    void aProofComesBackAsItWasWritten() {
        var proof = TlogProof.parse(
                new TlogProof(Optional.of("extra".getBytes()), 1, List.of(SIBLING), CHECKPOINT).asText());

        assertThat(proof.extra())
                .hasValueSatisfying(extra -> assertThat(extra).asString().isEqualTo("extra"));
        assertThat(proof.index()).isOne();
        assertThat(proof.path()).containsExactly(SIBLING);
        assertThat(proof.checkpoint()).isEqualTo(CHECKPOINT);
    }

    @Test
    void theProofOfAnOnlyEntryHasNoPath() {
        var alone = SignedNote.parse(new Checkpoint("a log", 1, LEAF).text() + "\n— name AAAAAAA=\n");
        var proof = new TlogProof(Optional.empty(), 0, List.of(), alone);

        assertThat(proof.asText()).startsWith("c2sp.org/tlog-proof@v1\nindex 0\n\na log\n");
        assertThat(TlogProof.parse(proof.asText()).inclusion().proves(LEAF, LEAF))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v2\nindex 1\n\n",
                "c2sp.org/tlog-proof@v1\n\n",
                "c2sp.org/tlog-proof@v1\nindex 01\n\n",
                "c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\n",
                "c2sp.org/tlog-proof@v1\nextra !\nindex 1\n\n",
                "c2sp.org/tlog-proof@v1\nindex 1\nextra AAAA\n\n",
                "c2sp.org/tlog-proof@v1\nindex 1\n"
            })
    void whatIsNoProofIsRefused(String beginning) {
        assertThatIllegalArgumentException().isThrownBy(() -> TlogProof.parse(beginning + CHECKPOINT.asText()));
    }

    @Test
    void aProofBeyondItsCheckpointIsRefused() {
        var proof = new TlogProof(Optional.empty(), 2, List.of(SIBLING), CHECKPOINT);

        assertThatIllegalArgumentException().isThrownBy(proof::inclusion);
    }
}
