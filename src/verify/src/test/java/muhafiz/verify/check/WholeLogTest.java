package muhafiz.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import muhafiz.proof.paper.KeyChange;
import muhafiz.proof.tlog.Cosigner;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.NoteSigner;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.Tile;
import muhafiz.proof.tree.ConsistencyProof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole log: what is wrong is named by its first bad position. */
class WholeLogTest {
    private static final int SIZE = 600;

    @TempDir
    private Path temp;

    private final TestLog log = new TestLog().grow(SIZE);
    private Path folder;
    private String vkey;

    @BeforeEach
    void write() {
        folder = log.write(temp.resolve("log"));
        vkey = log.signer().key().vkey();
    }

    private Spoken check(Object... more) {
        var words = new ArrayList<Object>(List.of("log", folder, "--vkey", vkey));
        words.addAll(List.of(more));
        return Spoken.of(words.toArray());
    }

    private void assertBroken(Spoken spoken, String position) {
        assertThat(spoken.text()).startsWith("BROKEN at " + position + ":");
        assertThat(spoken.code()).isEqualTo(Checker.BROKEN);
    }

    private Path floor(TestLog of, long size) {
        return TestLog.put(temp, "floor-" + size, of.note(size).encoded());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 512, 513})
    void aSoundLogHolds(int size) {
        var small = new TestLog().grow(size);

        var spoken = Spoken.of("log", small.write(temp.resolve("small")), "--vkey", vkey);

        assertThat(spoken.code()).as(spoken.text()).isZero();
        assertThat(spoken.text()).startsWith("holds").contains("size: " + size);
    }

    @Test
    void everyOlderCheckpointOfASoundLogIsContained() {
        for (long size : new long[] {0, 1, 255, 256, 257, 599, 600}) {
            assertThat(check("--floor", floor(log, size)).code())
                    .as("floor %d", size)
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 300, 511, 512, 599})
    void aChangedEntryIsNamed(int index) throws IOException {
        var place = bundleOf(index);
        byte[] content = Files.readAllBytes(folder.resolve(place.path()));
        List<byte[]> entries = place.decode(content);
        entries.get(index % 256)[100] ^= 1;

        TestLog.put(folder, place.path(), EntryBundle.encode(entries));

        var spoken = check();
        assertBroken(spoken, "entry " + index);
        assertThat(spoken.text()).contains("another entry stands here than the one that was signed");
    }

    private static EntryBundle bundleOf(int index) {
        return EntryBundle.between(0, SIZE).get(index / 256);
    }

    @Test
    void aMissingEntryIsNamed() throws IOException {
        var place = bundleOf(300);
        List<byte[]> entries = new ArrayList<>(place.decode(Files.readAllBytes(folder.resolve(place.path()))));
        entries.remove(300 - 256);

        TestLog.put(folder, place.path(), EntryBundle.encode(entries));

        assertBroken(check(), "entry 300");
    }

    @Test
    void aMissingLastEntryOfABundleIsNamed() throws IOException {
        var place = bundleOf(255);
        byte[] content = Files.readAllBytes(folder.resolve(place.path()));

        TestLog.put(folder, place.path(), Arrays.copyOf(content, content.length - 3));

        assertBroken(check(), "entry 255");
    }

    @Test
    void aMissingBundleIsNamed() throws IOException {
        Files.delete(folder.resolve(bundleOf(256).path()));

        assertBroken(check(), "entries 256 to 511");
    }

    @Test
    void reorderedEntriesAreNamed() throws IOException {
        var place = bundleOf(0);
        List<byte[]> entries = new ArrayList<>(place.decode(Files.readAllBytes(folder.resolve(place.path()))));
        Collections.swap(entries, 17, 200);

        TestLog.put(folder, place.path(), EntryBundle.encode(entries));

        assertBroken(check(), "entry 17");
    }

    @Test
    void anEntryChangedInItsTileTooIsNamed() throws IOException {
        var forged = changed(300);
        for (String name : List.of(bundleOf(300).path(), new Tile(0, 1, 256).path())) {
            Files.copy(forged.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }

        assertBroken(check(), "entries 256 to 511");
    }

    /** The folder of a log with another entry at {@code index}, signed by whoever has the log's key. */
    private Path changed(int index) {
        var forged = new TestLog().grow(SIZE);
        byte[] other = forged.entry(index);
        other[100] ^= 1;
        forged.replace(index, other);
        return forged.write(temp.resolve("forged"));
    }

    @Test
    void aForgedTreeUnderTheOldCheckpointIsFound() throws IOException {
        Path forged = changed(300);
        Files.copy(folder.resolve("checkpoint"), forged.resolve("checkpoint"), StandardCopyOption.REPLACE_EXISTING);
        folder = forged;

        assertBroken(check(), "entries 0 to 599");
    }

    @Test
    void aForkSignedByAThiefOfTheKeyIsFoundByAnOlderCheckpoint() {
        folder = changed(300);

        assertThat(check().code())
                .as("nothing contradicts it but what others saw")
                .isZero();
        assertBroken(check("--floor", floor(log, 400)), "entries 0 to 399");
        assertBroken(check("--floor", floor(log, 300), "--floor", floor(log, 450)), "entries 300 to 449");
        assertBroken(check("--floor", floor(log, 600)), "entries 0 to 599");
    }

    @Test
    void aForkIsNamedToTheEntryByAnEarlierDownload() {
        Path before = new TestLog().grow(400).write(temp.resolve("before"));
        folder = changed(300);

        assertBroken(check("--against", before), "entry 300");
    }

    @Test
    void aCutTailIsNamed() {
        var cut = new TestLog().grow(550);
        folder = cut.write(temp.resolve("cut"));

        assertThat(check().code()).isZero();
        assertBroken(check("--floor", floor(log, 600)), "entry 550");
    }

    @Test
    void aChangedTileIsNamed() throws IOException {
        var tile = new Tile(0, 1, 256);
        byte[] content = Files.readAllBytes(folder.resolve(tile.path()));
        content[32 * 5] ^= 1;

        TestLog.put(folder, tile.path(), content);

        var spoken = check();
        assertBroken(spoken, "entry 261");
        assertThat(spoken.text()).contains("the tiles are not those of the checkpoint");
    }

    @Test
    void aMissingTileIsNamed() throws IOException {
        Files.delete(folder.resolve(new Tile(0, 1, 256).path()));

        assertBroken(check(), "entries 256 to 511");
    }

    @Test
    void aChangedUpperTileIsNamed() throws IOException {
        var tile = new Tile(1, 0, 2);
        byte[] content = Files.readAllBytes(folder.resolve(tile.path()));
        content[32] ^= 1;

        TestLog.put(folder, tile.path(), content);

        assertBroken(check(), "entries 256 to 511");
    }

    @Test
    void withoutEntriesTheHashesAreChecked() throws IOException {
        for (EntryBundle bundle : EntryBundle.between(0, SIZE)) {
            Files.delete(folder.resolve(bundle.path()));
        }

        assertBroken(check(), "entries 0 to 255");
        assertThat(check("--hashes-only").code()).isZero();
        assertThat(check("--hashes-only", "--floor", floor(log, 300)).code()).isZero();
    }

    @Test
    void prunedBundlesAreTakenByTheirHashes() throws IOException {
        Files.delete(folder.resolve(bundleOf(0).path()));

        assertThat(check("--minimum-index", 256).code()).isZero();
        assertBroken(check("--minimum-index", 255), "entries 0 to 255");
    }

    @Test
    void aFullTileStandsInForAPartialOne() throws IOException {
        Path larger = new TestLog().grow(768).write(temp.resolve("larger"));
        for (String name : List.of("tile/0/002", "tile/entries/002")) {
            Files.delete(folder.resolve(name + ".p/88"));
            Files.copy(larger.resolve(name), folder.resolve(name));
        }

        assertThat(check().code()).isZero();
    }

    @Test
    void aCheckpointOfAnotherKeyIsRefused() {
        log.sign(new NoteSigner(TestLog.ORIGIN, TestLog.filled(8)));
        log.write(folder);

        assertBroken(check(), "log");
    }

    @Test
    void afterAChangeOfKeyTheNewOneIsBelieved() {
        var before = log.signer();
        var after = new NoteSigner(TestLog.ORIGIN, TestLog.filled(8));
        String text = new KeyChange(TestLog.ORIGIN, 500, before.key(), after.key()).text();
        var statement = SignedNote.of(text).with(before.sign(text)).with(after.sign(text));
        Path history = TestLog.put(temp, "history.json", history(statement).getBytes());
        Path older = floor(log, 400);
        log.sign(after);
        log.write(folder);

        assertBroken(check(), "log");
        assertThat(check("--key-changes", history, "--floor", older).code()).isZero();
    }

    private static String history(SignedNote statement) {
        return "{\"items\":[{\"statement\":null},{\"statement\":" + Json.createValue(statement.asText()) + "}]}";
    }

    @Test
    void afterAChangeOfKeyTheOldOneIsNoLongerBelieved() {
        var before = log.signer();
        var after = new NoteSigner(TestLog.ORIGIN, TestLog.filled(8));
        String text = new KeyChange(TestLog.ORIGIN, 500, before.key(), after.key()).text();
        var statement = SignedNote.of(text).with(before.sign(text)).with(after.sign(text));
        Path history = TestLog.put(temp, "history.json", history(statement).getBytes());

        assertBroken(check("--key-changes", history), "log");
    }

    @Test
    void witnessesThatAreRequiredMustHaveCosigned() {
        try (var witness = new Cosigner("witness.example", TestLog.filled(5))) {
            String key = witness.key().vkey();
            assertBroken(check("--witness", key), "log");
            assertThat(check("--witness", key, "--required", 0).code()).isZero();

            var note = log.note().with(witness.cosign(log.checkpoint(SIZE), Instant.ofEpochSecond(TestLog.TIME)));
            TestLog.put(folder, "checkpoint", note.encoded());
            assertThat(check("--witness", key).code()).isZero();
        }
    }

    @Test
    void anOlderDownloadWithoutACheckpointHoldsNothingToItsWord() throws IOException {
        Path older = new TestLog().grow(300).write(temp.resolve("older"));
        assertThat(check("--against", older).code()).isZero();

        Files.delete(older.resolve("checkpoint"));

        assertThat(check("--against", older).text()).startsWith("not checked: ").contains("has no checkpoint");
        assertThat(check("--against", temp.resolve("nowhere")).code()).isEqualTo(Checker.NOT_CHECKED);
    }

    @Test
    void whatCannotBeReadIsNotChecked() throws IOException {
        assertThat(Spoken.of("log", temp.resolve("nowhere"), "--vkey", vkey).code())
                .isEqualTo(Checker.NOT_CHECKED);
        assertThat(Spoken.of("log", folder, "--vkey", "nonsense").code()).isEqualTo(Checker.NOT_CHECKED);
        assertThat(Spoken.of("log", folder).code()).isEqualTo(Checker.NOT_CHECKED);
        assertThat(Spoken.of("log", folder, "--vkey", vkey, "--nonsense").code())
                .isEqualTo(Checker.NOT_CHECKED);
        assertThat(Spoken.of("nonsense").code()).isEqualTo(Checker.NOT_CHECKED);
        assertThat(Spoken.of().code()).isEqualTo(Checker.NOT_CHECKED);
        Files.write(folder.resolve("checkpoint"), new byte[] {1, 2});
        assertThat(check().code()).isEqualTo(Checker.NOT_CHECKED);
    }

    @Test
    void theAnswerIsJsonOnRequest() {
        assertThat(check("--json").text())
                .startsWith("{\"command\":\"log\",\"holds\":true,\"facts\":{\"size\":\"600\"");
        log.cutTo(10);
        log.write(folder);
        assertThat(check("--json", "--floor", floor(new TestLog().grow(20), 20)).text())
                .startsWith("{\"command\":\"log\",\"holds\":false,\"position\":\"entry 10\",\"why\":\"");
        assertThat(Spoken.of("log", "--json").text()).startsWith("{\"command\":\"log\",\"error\":\"");
    }

    @Test
    void twoCheckpointsAreConsistentByTilesOrByProof() {
        Path older = floor(log, 400);
        Path newer = folder.resolve("checkpoint");

        assertThat(consistency(older, newer, "--log", folder).code()).isZero();
        var path = ConsistencyProof.of(400, 600, log.tiles()).path();
        var lines = new StringBuilder();
        path.forEach(hash ->
                lines.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n'));
        Path proof = TestLog.put(temp, "proof", lines.toString().getBytes());
        assertThat(consistency(older, newer, "--proof", proof).code()).isZero();
        assertBroken(consistency(newer, older, "--log", folder), "entry 400");
        assertBroken(
                consistency(older, changed(300).resolve("checkpoint"), "--log", temp.resolve("forged")),
                "entries 0 to 399");
        assertThat(consistency(older, newer).code()).isEqualTo(Checker.NOT_CHECKED);
        assertThat(consistency(floor(log, 0), newer, "--log", folder).code()).isEqualTo(Checker.NOT_CHECKED);
    }

    private Spoken consistency(Path older, Path newer, Object... more) {
        var words = new ArrayList<Object>(List.of("consistency", older, newer, "--vkey", vkey));
        words.addAll(List.of(more));
        return Spoken.of(words.toArray());
    }
}
