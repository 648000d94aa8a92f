package muhafiz.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.paper.PersonListing;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.Tile;
import muhafiz.proof.tree.TreeHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listing is complete by a log only where the log's very entries are there up to the listing's checkpoint. */
class BeyondTest {
    private static final int PERSON = 1;

    @TempDir
    private Path temp;

    private final TestLog log = new TestLog();
    private Path folder;

    @BeforeEach
    void fill() {
        log.append(PERSON, 1, Map.of());
        log.grow(298);
        log.append(PERSON, 2, Map.of());
        folder = log.write(temp.resolve("log"));
    }

    private PersonListing listing(long... indexes) {
        var year = new PersonListing.Year(2026, LogLeaf.tagKey(TestLog.filled(PERSON)), indexes.length);
        return new PersonListing(
                log.note(),
                List.of(year),
                LongStream.of(indexes).mapToObj(log::proven).toList());
    }

    private Spoken check(PersonListing listing) {
        Path file = TestLog.put(temp, "listing.json", listing.json().toString().getBytes());
        return Spoken.of(
                "listing", file, "--log", folder, "--vkey", log.signer().key().vkey());
    }

    private void assertNotChecked(Spoken spoken, String missing) {
        assertThat(spoken.text()).startsWith("not checked: ").contains(missing);
        assertThat(spoken.code()).isEqualTo(Checker.NOT_CHECKED);
    }

    @Test
    void theWholeLogShowsWhatIsBeyond() {
        assertThat(check(listing(0, 299)).code()).isZero();
        assertThat(check(listing(0)).text()).startsWith("BROKEN at entry 299: it is this person's, number 2 of 2026");
    }

    @Test
    void aMirrorWithoutEntriesChecksNothing() throws IOException {
        for (EntryBundle bundle : EntryBundle.between(0, 300)) {
            Files.delete(folder.resolve(bundle.path()));
        }

        assertNotChecked(check(listing(0)), "tile/entries/000 is missing");
    }

    @Test
    void anOlderMirrorChecksNothing() throws IOException {
        Files.delete(folder.resolve("tile/entries/001.p/44"));
        assertNotChecked(check(listing(0)), "tile/entries/001.p/44 is missing");
        TestLog.put(folder, "tile/entries/001.p/44", new byte[] {0, 1, 2});
        assertNotChecked(check(listing(0)), "ends before entry 257");
    }

    @Test
    void aMirrorWithoutTilesChecksNothing() throws IOException {
        Files.delete(folder.resolve("tile/1/000.p/1"));

        assertNotChecked(check(listing(0)), "tile/1/000.p/1 is missing");
    }

    @Test
    void aNewerMirrorHoldsTheListingsLogToo() throws IOException {
        var listing = listing(0, 299);
        var incomplete = listing(0);
        log.grow(50);
        for (String old : List.of("tile/entries/001.p/44", "tile/0/001.p/44")) {
            Files.delete(folder.resolve(old));
        }
        log.write(folder);

        assertThat(check(listing).code()).isZero();
        assertThat(check(incomplete).text()).startsWith("BROKEN at entry 299");
    }

    @Test
    void aReplacedEntryHidesNobody() throws IOException {
        var listing = listing(0);
        var place = EntryBundle.between(0, 300).get(1);
        List<byte[]> entries = place.decode(Files.readAllBytes(folder.resolve(place.path())));
        entries.set(299 - 256, entries.get(0));
        TestLog.put(folder, place.path(), EntryBundle.encode(entries));

        assertThat(check(listing).text()).startsWith("BROKEN at entry 299: another entry stands here");
    }

    @Test
    void anotherLogIsNotTheListings() {
        var listing = listing(0);
        new TestLog().grow(300).write(folder);

        assertThat(check(listing).text()).startsWith("BROKEN at entries 0 to 299: entries and tiles agree");
    }

    @Test
    void aCheckpointOfMoreThanAnybodyCanHaveEndsWhereTheFolderEnds() {
        var huge = new Checkpoint(TestLog.ORIGIN, Long.MAX_VALUE, new TreeHash(TestLog.filled(1)));
        var note = SignedNote.of(huge.text()).with(log.signer().sign(huge.text()));
        var listing = new PersonListing(note, listing().years(), List.of());
        TestLog.put(folder, "checkpoint", note.encoded());

        assertNotChecked(check(listing), new EntryBundle(1, Tile.WIDTH).path() + " is missing");
        assertThat(Spoken.of("log", folder, "--vkey", log.signer().key().vkey()).text())
                .startsWith("BROKEN at entries 0 to 255: tile/1/000 is missing");
    }
}
