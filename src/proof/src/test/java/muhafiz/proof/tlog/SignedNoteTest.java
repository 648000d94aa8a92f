package muhafiz.proof.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.tree.MerkleTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    /** c2sp.org/signed-note, Example. */
    private static final String EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String EXAMPLE = """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    /** The test key of golang.org/x/mod/sumdb/note: its vkey, and what it signed there. */
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String PETERS_NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static final byte[] SEED = new byte[32];

    @Test
    void theStoryOfThePackage() {
        long size = 0;
        var root = MerkleTree.emptyRoot();
        try (var signer = new NoteSigner("archive.example/log", SEED)) {
            var checkpoint = new Checkpoint("archive.example/log", size, root);
            var note = SignedNote.of(checkpoint.text()).with(signer.sign(checkpoint.text()));
            var trusted = note.signedBy(List.of(signer.key()));
            var again = Checkpoint.parse(SignedNote.parse(note.encoded()).text());

            assertThat(trusted).containsExactly(signer.key());
            assertThat(again).isEqualTo(checkpoint);
        }
    }

    @Test
    void theExampleOfTheSpecificationIsAccepted() {
        var key = VerifierKey.parse(EXAMPLE_KEY);

        var note = SignedNote.parse(EXAMPLE);

        assertThat(note.signedBy(List.of(key))).containsExactly(key);
        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note.asText()).isEqualTo(EXAMPLE);
        assertThat(key.vkey()).isEqualTo(EXAMPLE_KEY);
    }

    @Test
    void aNoteOfGoIsAccepted() {
        var key = VerifierKey.parse(PETER);

        assertThat(SignedNote.parse(PETERS_NOTE).signedBy(List.of(key))).containsExactly(key);
    }

    @Test
    void aSignatureOfAnUnknownKeyIsIgnored() {
        assertThat(SignedNote.parse(EXAMPLE).signedBy(List.of(VerifierKey.parse(PETER))))
                .isEmpty();
    }

    @Test
    void aSignatureNamedAsThatOfAKnownKeyMustHold() {
        var changed = SignedNote.parse(EXAMPLE.replace("an example", "another"));

        assertThatThrownBy(() -> changed.signedBy(List.of(VerifierKey.parse(EXAMPLE_KEY))))
                .isInstanceOf(BrokenEvidenceException.class)
                .hasMessageContaining("example.com/foo");
    }

    @Test
    void everyChangedByteOfASignatureIsFound() {
        var key = VerifierKey.parse(EXAMPLE_KEY);
        var signature = SignedNote.parse(EXAMPLE).signatures().get(0);
        for (int at = 0; at < 64; at++) {
            byte[] changed = signature.signature();
            changed[at] ^= 1;

            assertThat(key.verifies(
                            "This is an example message.\n",
                            new NoteSignature(signature.name(), signature.keyId(), changed)))
                    .as("byte %d", at)
                    .isFalse();
        }
    }

    @Test
    void theTextEndsAtTheLastEmptyLine() {
        var note = SignedNote.parse("a\n\nb\n\n" + EXAMPLE.substring(EXAMPLE.indexOf('—')));

        assertThat(note.text()).isEqualTo("a\n\nb\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n— name\n",
                "text\n\n- name AAAAAAA=\n",
                "text\n\n— name AAAAAA==\n",
                "text\n\n— name AAAAAAB=\n",
                "text\n\n— name AAAAAAA\n",
                "text\n\n— na+me AAAAAAA=\n",
                "text\n\n— na\u00a0me AAAAAAA=\n",
                "text\n\n—  AAAAAAA=\n",
                "text\n\n— name AAAAAAA=",
                "text\n\n— name AAAAAAA=\r\n",
                "te\tt\n\n— name AAAAAAA=\n",
                "text\n\n— name AAAAAAA=\nmore\n"
            })
    void whatIsNoNoteIsRefused(String hostile) {
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(hostile));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] bytes = EXAMPLE.getBytes(StandardCharsets.UTF_8);
        bytes[3] = (byte) 0xff;

        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(bytes));
    }

    @Test
    void anEndlessNoteIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(new byte[SignedNote.LONGEST + 1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedNote.parse("text\n\n" + "— name AAAAAAA=\n".repeat(65)));
        assertThat(SignedNote.parse("text\n\n" + "— name AAAAAAA=\n".repeat(16)).signatures())
                .hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+Aeky",
                " +530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void whatIsNoVkeyIsRefused(String hostile) {
        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(hostile));
    }

    @Test
    void aClosedKeySignsNothing() {
        var signer = new NoteSigner("archive.example/log", SEED);
        signer.close();

        assertThatThrownBy(() -> signer.sign("text\n")).isInstanceOf(IllegalStateException.class);
    }
}
