package muhafiz.verify.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.Cosigner;
import muhafiz.proof.tlog.NoteSignature;
import muhafiz.proof.tlog.NoteSigner;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.proof.tlog.WitnessRequest;
import muhafiz.proof.tree.ConsistencyProof;
import muhafiz.proof.tree.MerkleTree;
import muhafiz.proof.tree.TreeHash;
import muhafiz.verify.check.TestLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a witness must answer, clause by clause of c2sp.org/tlog-witness. */
class WitnessTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));

    @TempDir
    private Path temp;

    private final TestLog log = new TestLog().grow(300);
    private final Cosigner cosigner = new Cosigner("witness.example", TestLog.filled(5));
    private Witness witness;

    @BeforeEach
    void open() {
        witness = new Witness(cosigner, () -> List.of(log.signer().key()), new Seen(temp), NOON);
    }

    private String request(long oldSize, long size) {
        List<TreeHash> path = oldSize == 0
                ? List.of()
                : ConsistencyProof.of(oldSize, size, log.tiles()).path();
        return new WitnessRequest(oldSize, path, log.note(size)).asText();
    }

    @Test
    void theStoryOfThePackage() {
        List<VerifierKey> keys = List.of(log.signer().key());
        Supplier<List<VerifierKey>> logs = () -> keys;
        var seen = new Seen(temp);
        var clock = NOON;
        var request = request(0, 300);

        var witness = new Witness(cosigner, logs, seen, clock);
        Answer answer = witness.add(request);

        assertThat(answer.status()).isEqualTo(200);
        var note = log.note(300).with(NoteSignature.parse(answer.body().strip()));
        assertThat(note.signedBy(Set.of(cosigner.key()))).containsExactly(cosigner.key());
    }

    @Test
    void aLogThatGrewIsCosignedAgainAndAgain() {
        assertThat(witness.add(request(0, 1)).status()).isEqualTo(200);
        assertThat(witness.add(request(1, 256)).status()).isEqualTo(200);
        assertThat(witness.add(request(256, 300)).status()).isEqualTo(200);
        assertThat(witness.add(request(300, 300)).status()).isEqualTo(200);
    }

    @Test
    void anUnknownLogIs404() {
        var other = new Checkpoint("other.example/log", 1, MerkleTree.leafHash(new byte[0]));
        try (var signer = new NoteSigner("other.example/log", TestLog.filled(2))) {
            var note = SignedNote.of(other.text()).with(signer.sign(other.text()));

            assertThat(witness.add(new WitnessRequest(0, List.of(), note).asText())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aCheckpointThatItsLogDidNotSignIs403() {
        try (var thief = new NoteSigner(TestLog.ORIGIN, TestLog.filled(2))) {
            String text = log.checkpoint(300).text();
            var unknown = SignedNote.of(text).with(thief.sign(text));
            var key = log.signer().key();
            var broken = SignedNote.of(text).with(new NoteSignature(key.name(), key.keyId(), new byte[64]));

            for (SignedNote note : List.of(unknown, broken)) {
                assertThat(witness.add(new WitnessRequest(0, List.of(), note).asText())
                                .status())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void anOldSizeBeyondTheCheckpointIs400() {
        assertThat(witness.add(new WitnessRequest(301, List.of(), log.note(300)).asText())
                        .status())
                .isEqualTo(400);
        assertThat(witness.add("nonsense").status()).isEqualTo(400);
    }

    @Test
    void anotherOldSizeThanTheNewestIs409WithTheSize() {
        witness.add(request(0, 256));

        for (String body : List.of(request(0, 300), request(200, 300), request(257, 300))) {
            var answer = witness.add(body);
            assertThat(answer).isEqualTo(new Answer(409, "text/x.tlog.size", "256\n"));
        }
    }

    @Test
    void aShrunkLogIsNeverCosigned() {
        witness.add(request(0, 300));

        assertThat(witness.add(new WitnessRequest(256, List.of(), log.note(256)).asText())
                        .status())
                .isEqualTo(409);
        assertThat(witness.add(new WitnessRequest(300, List.of(), log.note(256)).asText())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aForkIs422() {
        witness.add(request(0, 256));
        byte[] other = new byte[] {1};
        var fork = new ForkedLog(other);

        assertThat(witness.add(fork.request(256, 300)).status()).isEqualTo(422);
        assertThat(witness.add(request(256, 300)).status())
                .as("the true log goes on")
                .isEqualTo(200);
    }

    /** "If the old size matches the checkpoint size … root hashes … don't match … 409 Conflict", and no size that would mislead. */
    @Test
    void anotherCheckpointOfTheSameSizeIs409() {
        witness.add(request(0, 256));

        var answer = witness.add(new ForkedLog(new byte[] {1}).request(256, 256));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).startsWith("text/plain");
        assertThat(witness.add(request(256, 256)).status()).isEqualTo(200);
    }

    @Test
    void withoutAListOfLogsNoneIsWatched() throws IOException {
        Path list = temp.resolve("logs");
        var watching = new Witness(cosigner, () -> WitnessProgram.logs(list), new Seen(temp), NOON);

        assertThat(watching.add(request(0, 300)).status()).isEqualTo(404);
        Files.writeString(list, log.signer().key().vkey() + "\n");
        assertThat(watching.add(request(0, 300)).status()).isEqualTo(200);
    }

    /** The log with another first entry, signed with the log's own key. */
    private record ForkedLog(byte[] first) {
        String request(long oldSize, long size) {
            var fork = new TestLog();
            fork.grow(300);
            fork.tamper(0, first);
            return new WitnessRequest(
                            oldSize,
                            ConsistencyProof.of(oldSize, size, fork.tiles()).path(),
                            fork.note(size))
                    .asText();
        }
    }

    @Test
    void aProofWhereNoneIsNeededIs422() {
        var proof = List.of(MerkleTree.emptyRoot());

        assertThat(witness.add(new WitnessRequest(0, proof, log.note(300)).asText())
                        .status())
                .isEqualTo(422);
        witness.add(request(0, 300));
        assertThat(witness.add(new WitnessRequest(300, proof, log.note(300)).asText())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anEmptyTreeWithAnotherRootIs422() {
        String text = new Checkpoint(TestLog.ORIGIN, 0, MerkleTree.leafHash(new byte[0])).text();
        var note = SignedNote.of(text).with(log.signer().sign(text));

        assertThat(witness.add(new WitnessRequest(0, List.of(), note).asText()).status())
                .isEqualTo(422);
        assertThat(witness.add(request(0, 0)).status()).isEqualTo(200);
    }

    @Test
    void whatWasSeenIsThereAfterARestart() {
        witness.add(request(0, 300));

        open();

        assertThat(witness.add(request(0, 300))).isEqualTo(Answer.conflict(300));
    }

    @Test
    void anInterruptedWriteLeavesTheOlderCheckpoint() throws IOException {
        witness.add(request(0, 256));
        Files.write(temp.resolve(Seen.nameOf(TestLog.ORIGIN) + ".coming"), new byte[] {1, 2, 3});

        open();

        assertThat(witness.add(request(256, 300)).status()).isEqualTo(200);
    }

    @Test
    void aDamagedMemorySignsNothing() throws IOException {
        witness.add(request(0, 256));
        Files.write(temp.resolve(Seen.nameOf(TestLog.ORIGIN) + ".checkpoint"), new byte[] {1});

        assertThatThrownBy(() -> witness.add(request(256, 300))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theMonitorIsShownWhatWasCosigned() {
        assertThat(witness.monitor(Seen.nameOf(TestLog.ORIGIN)).status()).isEqualTo(404);
        witness.add(request(0, 300));

        var note = SignedNote.parse(witness.monitor(Seen.nameOf(TestLog.ORIGIN)).body());

        assertThat(note.signedBy(List.of(cosigner.key(), log.signer().key()))).hasSize(2);
    }
}
