package muhafiz.itest.log;

import static muhafiz.itest.log.Superuser.setHash;
import static muhafiz.itest.log.Superuser.setLeaf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muhafiz.domain.clause.Clause;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.WitnessRequest;
import muhafiz.proof.tree.CompactRange;
import muhafiz.proof.tree.TreeHash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever may do anything in the database, and whoever has the log's own key, is found by somebody who has seen an earlier checkpoint. */
@ExtendWith(WitnessedArchive.class)
class LogCannotBeRewrittenIT {
    private static final int ENTRIES = 300;
    private static final int BAD = 100;

    private static void assertBroken(VerifierJar.Ended ended, String position) {
        assertThat(ended.words()).startsWith("BROKEN at " + position + ":");
        assertThat(ended.code()).isOne();
    }

    @Test
    @DisplayName("AU-1: two signed checkpoints are proved consistent offline, without the database")
    void twoSignedCheckpointsAreProvedConsistentOffline(Witnessed house) {
        house.busy(ENTRIES);
        Path older = house.cosigned(ENTRIES);
        house.archive().auditor().page(-1, 1).require(200);
        Path newer = house.cosigned(Witnessed.sizeOf(house.shown()));
        Path mirror = house.download();

        String key = house.vkey().vkey();
        String witness = house.witness().key().vkey();
        var ended = VerifierJar.run(
                "consistency",
                older,
                mirror.resolve("checkpoint"),
                "--log",
                mirror,
                "--vkey",
                key,
                "--witness",
                witness);
        var backwards = VerifierJar.run(
                "consistency",
                mirror.resolve("checkpoint"),
                older,
                "--log",
                mirror,
                "--vkey",
                key,
                "--witness",
                witness);

        assertThat(ended.words()).startsWith("holds");
        assertThat(backwards.words()).startsWith("BROKEN at entry");
        assertThat(newer).isNotEmptyFile();
    }

    @Test
    void theWholeLogHoldsAndContainsWhatTheWitnessSaw(Witnessed house) {
        house.busy(ENTRIES);
        Path floor = house.cosigned(ENTRIES);

        var ended = house.check(house.download(), "--floor", floor);

        assertThat(ended.words()).startsWith("holds").contains("olderCheckpoints: 1");
        assertThat(ended.code()).isZero();
    }

    @Test
    @DisplayName("AU-2: a changed, missing or reordered event: the first bad position is named")
    @Clause("PRO-4")
    void theFirstBadPositionIsNamed(Witnessed house) {
        house.busy(ENTRIES);
        var superuser = Superuser.of(house.archive());
        byte[] one = superuser.leaf(BAD);
        byte[] two = superuser.leaf(BAD + 50);

        byte[] changed = one.clone();
        changed[changed.length - 1] ^= 1;
        assertBroken(whileSo(house, List.of(setLeaf(BAD, changed)), List.of(setLeaf(BAD, one))), "entry " + BAD);
        assertBroken(
                whileSo(
                        house,
                        List.of(setLeaf(BAD, two), setLeaf(BAD + 50, one)),
                        List.of(setLeaf(BAD, one), setLeaf(BAD + 50, two))),
                "entry " + BAD);
        assertBroken(whileSo(house, without(BAD), asBefore(BAD, one)), "entry " + BAD);
    }

    /** The log as it is downloaded while the superuser's changes stand; they are taken back. */
    private static VerifierJar.Ended whileSo(Witnessed house, List<String> changes, List<String> back, Object... more) {
        var superuser = Superuser.of(house.archive());
        Path folder = house.write("mirror", new byte[0]).resolveSibling("tampered-" + System.nanoTime());
        superuser.run(changes);
        try {
            var downloaded = house.download(folder, true);
            return downloaded.code() == 0 ? house.check(folder, more) : downloaded;
        } finally {
            superuser.run(back);
        }
    }

    /** The entry is gone, and those after it have moved up, within the first bundle: the last of them is there twice. */
    private static List<String> without(int seq) {
        return List.of(
                "create table archive.kept as select * from archive.log_entry where seq between " + seq + " and 255",
                "update archive.log_entry e set leaf = k.leaf from archive.kept k where k.seq = e.seq + 1 and e.seq between "
                        + seq + " and 254");
    }

    private static List<String> asBefore(int seq, byte[] leaf) {
        return List.of(
                "update archive.log_entry e set leaf = k.leaf from archive.kept k where k.seq = e.seq",
                "drop table archive.kept",
                setLeaf(seq, leaf));
    }

    @Test
    void anEntryThatIsGoneAltogetherIsFound(Witnessed house) {
        house.busy(ENTRIES);

        var ended = whileSo(
                house,
                List.of(
                        "create table archive.kept as select * from archive.log_entry where seq = " + BAD,
                        "delete from archive.log_entry where seq = " + BAD),
                List.of("insert into archive.log_entry select * from archive.kept", "drop table archive.kept"));

        assertBroken(ended, "entries 0 to 255");
    }

    @Test
    void anEntryThatWasChangedInTheIndexTooIsFound(Witnessed house) {
        house.busy(ENTRIES);
        Path before = house.download();
        byte[] leaf = Superuser.of(house.archive()).leaf(BAD);
        byte[] changed = leaf.clone();
        changed[changed.length - 1] ^= 1;
        List<String> tamper = List.of(setLeaf(BAD, changed), setHash(BAD, changed));
        List<String> back = List.of(setLeaf(BAD, leaf), setHash(BAD, leaf));

        assertBroken(whileSo(house, tamper, back), "entries 0 to 255");

        Path folder = before.resolveSibling("tampered-" + System.nanoTime());
        Superuser.of(house.archive()).run(tamper);
        house.download(folder, true);
        Superuser.of(house.archive()).run(back);
        assertThat(folder.resolve("checkpoint"))
                .as("a broken log replaces nothing")
                .doesNotExist();
    }

    @Test
    void aCutTailIsNamedByItsFirstMissingEntry(Witnessed house) throws IOException {
        house.busy(ENTRIES);
        Path floor = house.cosigned(Witnessed.sizeOf(house.shown()));
        long seen = Witnessed.sizeOf(SignedNote.parse(Files.readAllBytes(floor)));
        var superuser = Superuser.of(house.archive());
        long cut = size(superuser, "select max(size) from archive.log_checkpoint where size <= " + (seen - 20));

        superuser.run(cutTo(house, cut));
        VerifierJar.Ended ended;
        try {
            Path folder = floor.resolveSibling("cut-" + System.nanoTime());
            assertThat(house.download(folder, false).code())
                    .as("nothing contradicts it but what others saw")
                    .isZero();
            ended = house.check(folder, "--hashes-only", "--floor", floor);
        } finally {
            superuser.run(uncut());
        }

        assertBroken(ended, "entry " + cut);
        assertThat(house.check(house.download(), "--floor", floor).code())
                .as("as before")
                .isZero();
    }

    private static long size(Superuser superuser, String sql) {
        long[] found = new long[1];
        superuser.book().query(sql, row -> found[0] = row.getLong(1));
        return found[0];
    }

    /** The lease is taken too: what arrives meanwhile waits. */
    private static List<String> cutTo(Witnessed house, long size) {
        List<TreeHash> hashes = new ArrayList<>();
        Superuser.of(house.archive())
                .book()
                .query(
                        "select leaf_hash from archive.log_index where seq < " + size + " order by seq",
                        row -> hashes.add(new TreeHash(row.getBytes(1))));
        CompactRange head = CompactRange.EMPTY.append(hashes).range();
        return List.of(
                "update archive.log_lease set holder = gen_random_uuid(), fence = fence + 1, held_until = 'infinity'",
                "create schema kept",
                "create table kept.entry as select * from archive.log_entry where seq >= " + size,
                "create table kept.index as select * from archive.log_index where seq >= " + size,
                "create table kept.checkpoint as select * from archive.log_checkpoint where size > " + size,
                "create table kept.head as select * from archive.log_head",
                "delete from archive.log_entry where seq >= " + size,
                "delete from archive.log_index where seq >= " + size,
                "delete from archive.log_checkpoint where size > " + size,
                "update archive.log_head set size = " + size + ", root = "
                        + Superuser.literal(head.root().bytes()) + ", frontier = " + Superuser.literal(head.encoded()));
    }

    private static List<String> uncut() {
        return List.of(
                "insert into archive.log_entry select * from kept.entry",
                "insert into archive.log_index select * from kept.index",
                "insert into archive.log_checkpoint select * from kept.checkpoint",
                "update archive.log_head h set size = k.size, root = k.root, frontier = k.frontier from kept.head k",
                "drop schema kept cascade",
                "update archive.log_lease set holder = null, held_until = '-infinity'");
    }

    @Test
    void aForkSignedByAThiefOfTheLogsKeyIsNamed(Witnessed house) {
        house.busy(ENTRIES);
        Path floor = house.cosigned(ENTRIES);
        Path before = house.download();
        Path copy = house.download();
        long size = Witnessed.sizeOf(SignedNote.parse(bytes(copy.resolve("checkpoint"))));
        long seen = Witnessed.sizeOf(SignedNote.parse(bytes(floor)));
        try (var stolen = StolenKey.of(house, before.resolveSibling("roots-copy"))) {
            assertThat(stolen.key()).as("it is the log's own key").isEqualTo(house.vkey());
            var forger = new Forger(copy, size, BAD);
            Path forged = forger.write(copy.resolveSibling("forged-" + System.nanoTime()), stolen);

            assertThat(house.check(forged).code())
                    .as("nothing contradicts it but what others saw")
                    .isZero();
            assertBroken(house.check(forged, "--floor", floor), "entries 0 to " + (seen - 1));
            assertBroken(house.check(forged, "--against", before), "entry " + BAD);
            long known = Witnessed.sizeOf(house.witness().newestNote(Witnessed.ORIGIN));
            var proof = known <= size ? forger.proofFrom(known).path() : List.<TreeHash>of();
            assertThat(house.witness().add(new WitnessRequest(known, proof, forger.note(stolen))))
                    .as("the witness, which knows %d of %d", known, size)
                    .isIn(400, 409, 422);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aWitnessThatWasKilledRemembers(Witnessed house) {
        house.busy(ENTRIES);
        var before = Checkpoint.parse(
                SignedNote.parse(bytes(house.cosigned(ENTRIES))).text());

        house.witness().killAndRestart();

        var after =
                Checkpoint.parse(house.witness().newestNote(Witnessed.ORIGIN).text());
        assertThat(after.size()).isGreaterThanOrEqualTo(before.size());
        assertThat(house.witness().add(new WitnessRequest(0, List.of(), house.shown())))
                .isEqualTo(409);
    }
}
