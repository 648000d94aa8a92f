package muhafiz.itest.forgotten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.Tile;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.proof.tree.ConsistencyProof;
import muhafiz.proof.tree.HashReader;
import muhafiz.stand.home.PrivateFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An archive is lost and brought back from its copies, with the commands of the README; what it had destroyed stays destroyed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoredArchiveIT {
    private static final Path COPIES = RunningArchive.homeOf("copies");
    private static final Path ROOTS = RunningArchive.homeOf("lost").resolve("roots");
    private static final Sample GOING = Sample.pdf("destroyed after the copy was taken");
    private static final Sample STAYING = Sample.pdf("stays through the loss");

    private static Lodged lodged;
    private static String going;
    private static String staying;
    private static Path objects;
    private static String shown;
    private static VerifierKey changed;
    private static List<String> hashes;
    private static String erased;
    private static int entriesOfErased;

    /** Copies of a living archive; then one document is destroyed, and the machine is lost. */
    @BeforeAll
    static void loseIt() throws IOException {
        PrivateFiles.remove(COPIES);
        objects = COPIES.resolve("objects");
        try (RunningArchive archive = RunningArchive.start("lost")) {
            lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Qayitmisova"));
            going = archive.portal().uploaded(lodged, "passport", GOING);
            staying = archive.portal().uploaded(lodged, "photo", Sample.jpeg("photo that stays"));
            staying = archive.portal().uploaded(lodged, "passport", STAYING);
            archive.awaitRead(going);
            archive.awaitRead(staying);
            Lodged leaving = archive.portal().lodge(Forms.workPermit("RD-1", "Silinmisova"));
            String last = archive.portal().uploaded(leaving, "passport", Sample.pdf("of a person who is erased"));
            archive.awaitRead(last);
            archive.staff("officer").content(last, "P-SERVICE").require(200);
            String file = Orders.of(archive).text("select case_id from archive.document where id = '" + last + "'");
            erased = Orders.of(archive)
                    .text("select subject_id from archive.case_party where role = 'applicant' and case_id = '" + file
                            + "'");
            entriesOfErased = readings(archive, erased);
            assertThat(entriesOfErased).isGreaterThan(3);
            Operator operator = new Operator(archive.home(), ROOTS);
            operator.done("physical-backup", COPIES.toString());
            operator.done("data-dump", COPIES.toString());
            operator.done("key-dump", COPIES.toString());
            assertThat(ids(data(), "document")).hasSizeGreaterThan(3).isSorted();
            changeLogKey(archive);
            UUID order = Orders.of(archive)
                    .order("select 'document', uuid('" + going + "') union all select 'case', uuid('" + file
                            + "') union all select 'person', subject_id from archive.case_party where case_id = '"
                            + file
                            + "'");
            Orders.of(archive).awaitCarriedOut(order);
            shown = archive.stranger().get("/log/checkpoint").require(200).text();
            hashes = hashes(archive);
            assertThat(readings(archive, erased)).isZero();
            assertThat(operator.done("bucket-copy", objects.toString())).contains("Copied:");
            assertThat(operator.done("doctor"))
                    .contains("documents without a key: 0", "opened to the last tag", "roots in main: 1 of 1");
        }
        assertThat(objects.resolve("tombstones")).isNotEmptyDirectory();
    }

    /** After the copies were taken; its statement lies in the bucket. */
    private static void changeLogKey(RunningArchive archive) {
        Client custodian = archive.client("custodian");
        changed = VerifierKey.parse(custodian
                .send(custodian
                        .request("/log/keys")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build())
                .require(200)
                .json()
                .getString("vkey"));
        Patience.until(
                Duration.ofSeconds(30),
                "the new key signs",
                () -> !signing(archive, List.of(changed)).isEmpty());
    }

    private static Set<VerifierKey> signing(RunningArchive archive, List<VerifierKey> keys) {
        return SignedNote.parse(archive.stranger().get("/log/checkpoint").text())
                .signedBy(keys);
    }

    private static Path data() {
        return Operator.only(COPIES, "muhafiz-data-");
    }

    private static Path keys() {
        return Operator.only(COPIES, "muhafiz-key-");
    }

    @AfterAll
    static void clear() throws IOException {
        PrivateFiles.remove(COPIES);
    }

    @Test
    @Order(0)
    @Clause("PRO-5")
    void aDrillBringsItBackAsideAndLeavesARecord() {
        Path home = RunningArchive.homeOf("lost");
        Operator operator = new Operator(home, ROOTS);
        Set<String> roots = names(ROOTS);

        assertThat(operator.done(
                        "restore-drill",
                        "--data",
                        data().toString(),
                        "--keys",
                        keys().toString(),
                        "--objects",
                        objects.toString()))
                .contains("lost: 0)", "The drill passed");

        assertThat(home.resolve("drill")).doesNotExist();
        assertThat(names(ROOTS)).as("the holders' files").isEqualTo(roots);
        try (RunningArchive archive = RunningArchive.open(home, settings -> settings)) {
            assertThat(Orders.of(archive).text("select count(*) from archive.backup where kind = 'drill'"))
                    .isEqualTo("1");
            archive.staff("officer").content(staying, "P-SERVICE").require(200);
        }
    }

    private static Set<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Order(1)
    @DisplayName("AD-2: after a restore, what was forgotten is forgotten before the door opens; what lived is there")
    @Clause("STO-4")
    void whatWasForgottenSinceTheCopyIsForgottenBeforeTheDoorOpens() {
        Path home = fresh("restored");
        new Operator(home, ROOTS)
                .done(
                        "restore",
                        "--data",
                        data().toString(),
                        "--keys",
                        keys().toString(),
                        "--objects",
                        objects.toString());

        try (RunningArchive archive = RunningArchive.open(home, settings -> settings.withRoots(ROOTS))) {
            requireForgottenAndKept(archive);
            requireOneLog(archive);
            requireNoOlderKeySigns(archive);
            assertThat(new Operator(home, ROOTS).done("doctor")).contains("documents without a key: 0", "lost: 0");
            assertThat(LogBook.of(archive).mark().isEmpty()).isFalse();
        }
    }

    private static List<String> hashes(RunningArchive archive) {
        List<String> all = new ArrayList<>();
        LogBook.of(archive)
                .query(
                        "select encode(leaf_hash, 'hex') from archive.log_index order by seq",
                        row -> all.add(row.getString(1)));
        return all;
    }

    /** The key that the copy knows was followed by another: it signs nothing any more. */
    private static void requireNoOlderKeySigns(RunningArchive archive) {
        List<VerifierKey> keys =
                archive.stranger().get("/log/vkey/history").require(200).json().getJsonArray("items").stream()
                        .map(item -> VerifierKey.parse(item.asJsonObject().getString("vkey")))
                        .toList();

        assertThat(keys).hasSizeGreaterThan(1);
        assertThat(keys.get(1)).isEqualTo(changed);
        Patience.until(
                Duration.ofSeconds(30),
                "a key that came later signs",
                () -> !signing(archive, keys).contains(keys.get(0)));
    }

    /** What a witness asks that saw the log before the loss: no place was given twice, and the new tree begins with the old one. */
    private static void requireOneLog(RunningArchive archive) {
        Checkpoint before = Checkpoint.parse(SignedNote.parse(shown).text());
        Checkpoint now = Checkpoint.parse(SignedNote.parse(
                        archive.stranger().get("/log/checkpoint").require(200).text())
                .text());
        HashReader tiles = (level, first, count) -> {
            Tile tile = new Tile(level, first / Tile.WIDTH, count);
            return tile.decode(
                    archive.stranger().get("/log/" + tile.path()).require(200).body());
        };

        assertThat(now.size()).isGreaterThan(before.size());
        assertThat(ConsistencyProof.of(before.size(), now.size(), tiles).proves(before.root(), now.root()))
                .isTrue();
        assertThat(hashes(archive).subList(0, (int) before.size())).isEqualTo(hashes.subList(0, (int) before.size()));
    }

    @Test
    @Order(2)
    void aPhysicalCopyComesBackTheSameWay() {
        Path home = fresh("restored-physical");
        new Operator(home, ROOTS)
                .done(
                        "restore",
                        "--physical",
                        Operator.only(COPIES, "muhafiz-physical-").toString(),
                        "--objects",
                        objects.toString());

        try (RunningArchive archive = RunningArchive.open(home, settings -> settings.withRoots(ROOTS))) {
            requireForgottenAndKept(archive);
            requireOneLog(archive);
            for (int i = 0; i < 8; i++) {
                archive.client("custodian").post("/api/v1/keys/rotations", "{}").require(200);
            }
        }
    }

    @Test
    @Order(3)
    @DisplayName("AU-5: from a copy older than the horizon nothing can be decrypted")
    @Clause("STO-4")
    void fromACopyOlderThanTheHorizonNothingIsDecrypted() {
        Path home = fresh("restored-too-late");
        new Operator(home, ROOTS).done("restore", "--data", data().toString(), "--keys", keys().toString());

        assertThatThrownBy(() -> RunningArchive.open(home, settings -> settings.withRoots(ROOTS))
                        .close())
                .hasMessageContaining("stays shut");
    }

    @Test
    @Order(4)
    void dumpsThatDoNotBelongTogetherAreRefusedByName() throws IOException {
        Path cut = COPIES.resolve("cut.zip");
        Files.write(cut, List.of("no zip"));

        for (String[] wrong : new String[][] {
            {keys().toString(), keys().toString(), "is a dump of kind key, wanted is data"},
            {cut.toString(), keys().toString(), "is not a dump that can be read"},
            {data().toString(), COPIES.resolve("none.zip").toString(), "There is no"}
        }) {
            Operator.Ended ended =
                    new Operator(fresh("refused"), ROOTS).run("restore", "--data", wrong[0], "--keys", wrong[1]);

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.words()).contains(wrong[2]);
        }
    }

    private static Path fresh(String name) {
        Path home = RunningArchive.homeOf(name);
        try {
            PrivateFiles.remove(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    private static void requireForgottenAndKept(RunningArchive archive) {
        archive.staff("officer").content(going, "P-SERVICE").require(404);
        assertThat(archive.staff("officer")
                        .content(staying, "P-SERVICE")
                        .require(200)
                        .body())
                .isEqualTo(STAYING.bytes());
        archive.staff("officer").view(lodged, "P-SERVICE").require(200);
        assertThat(readings(archive, erased))
                .as("log details of who was erased")
                .isZero();
        Orders orders = Orders.of(archive);
        assertThat(Integer.parseInt(orders.text("select count(*) from archive.log_index")))
                .as("the entries themselves")
                .isGreaterThan(entriesOfErased);
        assertThat(orders.text("select count(*) from archive.subject_log_key where subject_id = '" + erased + "'"))
                .isEqualTo("0");
        assertThat(orders.text("select count(*) from archive.ghost where id = '" + going + "'"))
                .isEqualTo("1");
        assertThat(orders.text("select count(*) from archive.restoration where applied_at is null"))
                .isEqualTo("0");
        archive.portal()
                .uploaded(
                        lodged,
                        "photo",
                        Sample.jpeg("after the return " + archive.home().getFileName()));
    }

    /** How many entries about this person the auditor is shown. */
    private static int readings(RunningArchive archive, String person) {
        return archive.client("auditor")
                .get("/log/entries?purpose=P-OVERSIGHT&limit=500&subject=" + person)
                .require(200)
                .json()
                .getJsonArray("items")
                .size();
    }

    /** The ids of a table's rows, as a dump lists them: not as they were written. */
    private static List<String> ids(Path dump, String table) throws IOException {
        try (ZipFile zip = new ZipFile(dump.toFile());
                InputStream rows = zip.getInputStream(zip.getEntry(table))) {
            return new String(rows.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.substring(0, line.indexOf('\t')))
                    .toList();
        }
    }
}
