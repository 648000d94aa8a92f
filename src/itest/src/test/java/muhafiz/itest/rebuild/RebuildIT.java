package muhafiz.itest.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import muhafiz.itest.access.Bucket;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.access.Tasks;
import muhafiz.itest.load.ChangedConfig;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One loss and what follows from it, step by step. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuildIT {
    private static final String NAME = "rebuild";
    private static final Path CONFIG = RunningArchive.homeOf(NAME + "-config");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int SEVERAL_PIECES = 3 << 20;
    private static final String COLUMNS =
            "concat_ws(' ', id, case_id, version_id, leaf_id, kind, record_class, source, channel,"
                    + " purpose, basis, policy_version, received_at, replaces, sealed_length, sealed_sha256, segments,"
                    + " duplicate_token)";

    private static final String TOMBSTONES = UUID.randomUUID().toString();

    private static RunningArchive archive;
    private static LogBook book;
    private static Paper passport;
    private static Paper photo;
    private static Paper form;
    private static Paper destroyed;
    private static Paper destroyedLongAgo;
    private static Paper ofLostCase;
    private static Lodged lodged;
    private static String rebuild;

    /** A document, as it was known before the loss. */
    private record Paper(String id, Sample sample, String row, JsonObject described, String leaf) {}

    @BeforeAll
    static void documentsGoInAndTheirTableIsLost() throws IOException {
        archive = RunningArchive.start(NAME, settings -> {
            ChangedConfig config = ChangedConfig.of(settings, CONFIG)
                    .with("archive.properties", "orphans.grace=PT24H", "orphans.grace=PT0.001S");
            return settings.withConfig(config.folder());
        });
        book = LogBook.bySuperuser(archive);
        lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Yenidənova"));
        Lodged lostCase = archive.portal().lodge(Forms.workPermit("RD-1", "İtkinova"));
        passport = received(lodged, "passport", Sample.pdf("the passport"));
        photo = received(lodged, "photo", Sample.jpeg("the photo"));
        form = received(lodged, "application_form", Sample.pdf("the form", SEVERAL_PIECES));
        destroyed = received(lodged, "passport", Sample.pdf("destroyed"));
        destroyedLongAgo = received(lodged, "passport", Sample.pdf("destroyed long ago"));
        ofLostCase = received(lostCase, "passport", Sample.pdf("of a lost case"));
        forget(destroyed.leaf());
        layTombstone(destroyedLongAgo.leaf());
        loseTheTable();
    }

    private static Paper received(Lodged to, String kind, Sample sample) {
        Answer sent = archive.portal().uploadAsForm(to, kind, kind + "-şəkil.bin", sample);
        String id = sent.require(201).json().getString("id");
        archive.awaitRead(id);
        JsonObject described =
                archive.staff("officer").describe(id, "P-SERVICE").require(200).json();
        return new Paper(id, sample, row(id), described, one("leaf_id::text", id));
    }

    private static String row(String id) {
        return one(COLUMNS, id);
    }

    private static String one(String column, String id) {
        StringBuilder value = new StringBuilder();
        book.query(
                "select " + column + " from archive.document where id = '" + id + "'",
                row -> value.append(row.getString(1)));
        return value.toString();
    }

    /** What a destruction leaves of a key. */
    private static void forget(String leaf) {
        book.execute("insert into keyring.tombstone (leaf_id, order_id, epoch) values ('" + leaf + "', '"
                + UUID.randomUUID() + "', 1)");
        book.execute("delete from keyring.leaf where id = '" + leaf + "'");
    }

    /** What a destruction leaves in the bucket, where an older key ring was brought back. */
    private static void layTombstone(String leaf) throws IOException {
        Path folder = bucket().resolve("tombstones");
        Files.createDirectories(folder);
        String line = leaf + " " + UUID.randomUUID() + " 1 2026-11-22T09:00:00Z";
        Files.writeString(folder.resolve(TOMBSTONES), line);
    }

    private static Path bucket() throws IOException {
        try (var buckets = Files.list(archive.home().resolve("objects"))) {
            return buckets.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void loseTheTable() {
        String lost = one("case_id::text", ofLostCase.id());
        book.execute("truncate archive.document cascade");
        book.execute("delete from archive.case_party where case_id = '" + lost + "'");
        book.execute("delete from archive.case_file where id = '" + lost + "'");
    }

    @AfterAll
    static void stop() {
        archive.close();
    }

    @Test
    @Order(1)
    void theSweepLeavesWhatHasAKeyAndTombstonesAndClearsTheRest() throws IOException {
        assertThat(archive.staff("officer").content(passport.id(), "P-SERVICE").status())
                .isEqualTo(404);
        Path orphan = bucket().resolve(UUID.randomUUID() + "/original/0");
        Files.createDirectories(orphan.getParent());
        Files.write(orphan, new byte[100]);
        List<Path> before = Bucket.of(archive).documents();

        Tasks.run(book, "sweeps");
        assertThat(orphan).doesNotExist();

        List<Path> after = Bucket.of(archive).documents();
        assertThat(before).hasSizeGreaterThan(8);
        assertThat(after)
                .contains(bucket().resolve("tombstones").resolve(TOMBSTONES))
                .containsAll(before.stream()
                        .filter(file -> !file.equals(orphan))
                        .filter(file -> !file.toString().contains(versionOf(destroyed)))
                        .toList());
    }

    private static String versionOf(Paper paper) {
        return paper.row().split(" ")[2];
    }

    @Test
    @Order(2)
    void onlyASystemAdministratorBeginsARebuild() {
        for (String user : List.of("officer", "records", "dpo", "auditor", "custodian", "portal")) {
            archive.client(user).post("/api/v1/rebuilds", "{}").requireProblem(403, "not-allowed");
        }
    }

    @Test
    @Order(3)
    void whatIsRebuiltIsEveryRowButThoseOfDestroyedDocumentsAndLostCases() {
        rebuild = archive.client("admin")
                .post("/api/v1/rebuilds", "{}")
                .require(202)
                .json()
                .getString("id");

        JsonObject done = Patience.until(
                SOON, () -> view("admin"), view -> view.getString("state").equals("waiting"));

        assertThat(done.getInt("rebuilt")).as("%s", done).isEqualTo(3);
        assertThat(done.getInt("destroyed")).as("%s", done).isEqualTo(1);
        assertThat(done.getInt("withoutCase")).as("%s", done).isEqualTo(1);
        assertThat(done.getInt("withoutKey") + done.getInt("unreadable"))
                .as("%s", done)
                .isZero();
        for (Paper paper : List.of(passport, photo, form)) {
            assertThat(row(paper.id())).isEqualTo(paper.row());
        }
        assertThat(row(destroyed.id()) + row(destroyedLongAgo.id()) + row(ofLostCase.id()))
                .isEmpty();
    }

    private static JsonObject view(String user) {
        return archive.client(user)
                .get("/api/v1/rebuilds/" + rebuild)
                .require(200)
                .json();
    }

    @Test
    @Order(4)
    void whatIsRebuiltIsRestrictedUntilRecordsManagerAndDpoHaveReleasedIt() {
        assertRestricted();
        archive.client("officer").post(approvals(), "{}").requireProblem(403, "not-allowed");
        archive.client("admin").post(approvals(), "{}").requireProblem(403, "not-allowed");

        archive.client("records").post(approvals(), "{}").require(200);
        archive.client("records2").post(approvals(), "{}").require(200);
        assertThat(view("records").getString("state")).isEqualTo("waiting");
        assertRestricted();

        Answer released = archive.client("dpo").post(approvals(), "{}").require(200);
        assertThat(released.json().getString("state")).isEqualTo("released");
    }

    private static String approvals() {
        return "/api/v1/rebuilds/" + rebuild + "/approvals";
    }

    private static void assertRestricted() {
        for (Paper paper : List.of(passport, photo, form)) {
            Answer content = archive.staff("officer").content(paper.id(), "P-SERVICE");
            content.requireProblem(403, "restricted");
            assertThat(content.json().getString("request")).isEqualTo("rebuild/" + rebuild);
            assertThat(content.json().getString("since")).isNotBlank();
            archive.staff("officer").describe(paper.id(), "P-SERVICE").requireProblem(403, "restricted");
            archive.staff("officer2").content(paper.id(), "P-SERVICE").requireProblem(404, "not-found");
        }
    }

    @Test
    @Order(5)
    void theReleasedDocumentsAreTheSameBytesWithTheSameDescription() {
        for (Paper paper : List.of(passport, photo, form)) {
            assertThat(archive.staff("officer")
                            .content(paper.id(), "P-SERVICE")
                            .require(200)
                            .body())
                    .isEqualTo(paper.sample().bytes());
            assertThat(withoutReadersClock(archive.awaitRead(paper.id()).json()))
                    .isEqualTo(withoutReadersClock(paper.described()));
        }
        for (Paper paper : List.of(destroyed, destroyedLongAgo, ofLostCase)) {
            archive.staff("officer").content(paper.id(), "P-SERVICE").requireProblem(404, "not-found");
        }
    }

    /** A reader of photos finds them as new as its own copy of them. */
    private static JsonObject withoutReadersClock(JsonObject described) {
        JsonObject findings = Json.createObjectBuilder(described.getJsonObject("findings"))
                .remove("File Modified Date")
                .build();
        return Json.createObjectBuilder(described).add("findings", findings).build();
    }

    @Test
    @Order(6)
    void theSameBytesAreADuplicateAgain() {
        archive.portal().upload(lodged, "passport", passport.sample()).requireProblem(409, "duplicate");
    }

    @Test
    @Order(7)
    void anotherRebuildFindsNothingMoreToDo() {
        String another = archive.client("admin")
                .post("/api/v1/rebuilds", "{}")
                .require(202)
                .json()
                .getString("id");
        assertThat(another).isNotEqualTo(rebuild);
        rebuild = another;

        JsonObject done = Patience.until(
                SOON, () -> view("dpo"), view -> view.getString("state").equals("waiting"));

        assertThat(done.getInt("rebuilt")).isZero();
        archive.client("dpo").get("/api/v1/rebuilds/" + UUID.randomUUID()).requireProblem(404, "not-found");
    }
}
