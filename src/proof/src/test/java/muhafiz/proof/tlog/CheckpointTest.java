package muhafiz.proof.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.tree.MerkleTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    /** c2sp.org/tlog-cosignature: a checkpoint of a log with the cosignature of a witness. */
    private static final String EXAMPLE = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    private static final byte[] SEED = new byte[32];
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void theExampleOfTheSpecificationIsRead() {
        var note = SignedNote.parse(EXAMPLE);
        var checkpoint = Checkpoint.parse(note.text());

        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.text()).isEqualTo(note.text());
        assertThat(note.asText()).isEqualTo(EXAMPLE);
        // the specification's own message for this cosignature says "time 1679315147"
        assertThat(Cosignature.of(note.signatures().get(1)).orElseThrow().time())
                .isEqualTo(Instant.ofEpochSecond(1_679_315_147));
        assertThat(Cosignature.of(note.signatures().get(0))).isEmpty();
    }

    @Test
    void extensionLinesAreCarriedAlong() {
        var checkpoint = new Checkpoint("a log", 1, MerkleTree.leafHash(SEED), List.of("one", "two"));

        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "log\n",
                "log\n1\n",
                "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
                "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
                "log\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
            })
    void whatIsNoCheckpointIsRefused(String hostile) {
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(hostile));
    }

    @Test
    void theEmptyTreeHasOneRoot() {
        assertThat(new Checkpoint("a log", 0, MerkleTree.emptyRoot()).isPossible())
                .isTrue();
        assertThat(new Checkpoint("a log", 0, MerkleTree.leafHash(SEED)).isPossible())
                .isFalse();
    }

    @Test
    void aCosignatureIsCheckedWithItsTime() {
        var checkpoint = Checkpoint.parse(SignedNote.parse(EXAMPLE).text());
        try (var witness = new Cosigner("witness.example", SEED)) {
            var note = SignedNote.parse(EXAMPLE).with(witness.cosign(checkpoint, NOON));

            assertThat(note.signedBy(List.of(witness.key()))).containsExactly(witness.key());
            assertThat(VerifierKey.parse(witness.key().vkey())).isEqualTo(witness.key());
        }
    }

    @Test
    void aCosignatureMovedToAnotherTimeIsFound() {
        var checkpoint = Checkpoint.parse(SignedNote.parse(EXAMPLE).text());
        try (var witness = new Cosigner("witness.example", SEED)) {
            var cosignature = witness.cosign(checkpoint, NOON);
            byte[] moved = cosignature.signature();
            moved[7]++;
            var note = SignedNote.of(checkpoint.text())
                    .with(new NoteSignature(cosignature.name(), cosignature.keyId(), moved));

            assertThatThrownBy(() -> note.signedBy(List.of(witness.key()))).isInstanceOf(BrokenEvidenceException.class);
        }
    }

    @Test
    void theSameKeyAsLogAndAsWitnessIsTwoKeys() {
        try (var log = new NoteSigner("one.example", SEED);
                var witness = new Cosigner("one.example", SEED)) {
            assertThat(log.key().keyId()).isNotEqualTo(witness.key().keyId());
        }
    }
}
