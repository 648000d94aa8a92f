package muhafiz.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.nio.file.Path;
import muhafiz.proof.paper.KeyChange;
import muhafiz.proof.tlog.Cosigner;
import muhafiz.proof.tlog.NoteSigner;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that may not stand in for each other. */
class TrustTest {
    private static final VerifierKey WITNESS = new Cosigner("witness.example", TestLog.filled(5)).key();

    @TempDir
    private Path temp;

    private final TestLog log = new TestLog().grow(3);
    private final VerifierKey key = log.signer().key();
    private Path folder;

    @BeforeEach
    void write() {
        folder = log.write(temp.resolve("log"));
    }

    private void assertRefused(String why, Object... trust) {
        Object[] words = new Object[trust.length + 2];
        words[0] = "log";
        words[1] = folder;
        System.arraycopy(trust, 0, words, 2, trust.length);
        var spoken = Spoken.of(words);
        assertThat(spoken.text()).startsWith("not checked: ").contains(why);
        assertThat(spoken.code()).isEqualTo(Checker.NOT_CHECKED);
    }

    @Test
    void aPlainKeyIsNoWitnesss() {
        var plain = new NoteSigner("witness.example", TestLog.filled(5)).key();

        assertRefused("is no key of a witness", "--vkey", key, "--witness", plain);
        assertRefused("is no key of a witness", "--vkey", key, "--witness", key);
    }

    @Test
    void aCosignaturesKeyIsNoLogs() {
        assertRefused("is no key of a log", "--vkey", WITNESS);
    }

    @Test
    void theLogIsNotItsOwnWitness() {
        var posing = new VerifierKey("witness.example", VerifierKey.Kind.COSIGNATURE, key.publicKey());

        assertRefused("has the public key of the log", "--vkey", key, "--witness", posing);
    }

    @Test
    void oneWitnessUnderTwoNamesIsOne() {
        var again = new VerifierKey("other.example", VerifierKey.Kind.COSIGNATURE, WITNESS.publicKey());

        assertRefused("or of another witness", "--vkey", key, "--witness", WITNESS, "--witness", again);
    }

    @Test
    void aLaterKeyOfTheLogIsNoWitnesssEither() {
        var after = new NoteSigner(TestLog.ORIGIN, TestLog.filled(8));
        var posing = new VerifierKey(
                "witness.example", VerifierKey.Kind.COSIGNATURE, after.key().publicKey());
        String text = new KeyChange(TestLog.ORIGIN, 3, key, after.key()).text();
        var note = SignedNote.of(text).with(log.signer().sign(text)).with(after.sign(text));
        String history = "{\"items\":[{\"statement\":" + Json.createValue(note.asText()) + "}]}";
        Path file = TestLog.put(temp, "history.json", history.getBytes());

        assertRefused("has the public key of the log", "--vkey", key, "--key-changes", file, "--witness", posing);
    }

    @Test
    void howManyAreRequiredIsANumberThatCanBe() {
        assertRefused("--required", "--vkey", key, "--witness", WITNESS, "--required", "4294967296");
        assertRefused("--required", "--vkey", key, "--witness", WITNESS, "--required", "-1");
        assertRefused("2 witnesses are required", "--vkey", key, "--witness", WITNESS, "--required", "2");
    }
}
