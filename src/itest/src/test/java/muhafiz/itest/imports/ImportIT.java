package muhafiz.itest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.OldFiles;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files older than the archive come in bulk: looked at, released by another, with their own dates; whatever cannot come is named. */
@ExtendWith(SharedArchive.class)
class ImportIT {
    private static final String IMPORTS = "/api/v1/imports";
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String COLUMNS =
            "number,service,class,unit,receivedOn,arisesFrom,event.permit_expired,event.decision_final,"
                    + "outcome.decision_final,applicant.surname,applicant.givenNames,applicant.birthDate,applicant.nationality,"
                    + "applicant.documentNumber,employer.name";

    /** Old numbers are those of no other test. */
    private final String own = UUID.randomUUID().toString().substring(0, 8);

    private RunningArchive archive;

    @BeforeEach
    void here(RunningArchive running) {
        archive = running;
    }

    private String number(String name) {
        return own + "/" + name;
    }

    /** A work permit that was decided in 2011. */
    private String permit(String name) {
        return number(name) + ",WP,,RD-1,2011-03-02,,2016-05-20,2011-05-20,granted,Köhnəyev,Əli,1970-01-31,TUR,U" + own
                + ",Neft MMC";
    }

    @Test
    void oldCasesComeWithTheirOwnDatesAndWithoutNotices() {
        Sample passport = Sample.pdf("an old passport " + own);
        Sample photo = Sample.jpeg("an old photo " + own);
        long notices = count("notice");
        OldFiles bag = new OldFiles(COLUMNS)
                .line(permit("A"))
                .line(number("B") + ",REG,,RD-1,2012-01-09,,,,,Açıqova,Lalə,1980-02-29,GEO,,")
                .file(number("A"), "passport", "2011-03-04", passport)
                .file(number("A"), "photo", "", photo);

        JsonObject done = carriedOut(proposed(bag.inFolderOf(archive, "dates-" + own)));

        assertThat(done.getJsonObject("cases").toString())
                .isEqualTo("{\"total\":2,\"waiting\":0,\"imported\":2,\"known\":0,\"refused\":0}");
        assertThat(done.getJsonObject("files").getInt("imported")).isEqualTo(2);
        JsonObject old = imported("A");
        assertThat(old.getString("state")).isEqualTo("decided");
        assertThat(old.getString("receivedAt")).startsWith("2011-03-01T20:00"); // midnight in Bakı, UTC+4
        assertThat(old.getString("oldNumber")).isEqualTo(number("A"));
        assertThat(old.getString("source")).isEqualTo("import");
        assertThat(old.getInt("policyVersion")).isZero();
        assertThat(old.getJsonArray("events").getJsonObject(0).getString("on")).isEqualTo("2011-05-20");
        assertThat(imported("B").getString("state")).isEqualTo("open");
        for (JsonObject document : old.getJsonArray("documents").getValuesAs(JsonObject.class)) {
            boolean isPassport = document.getString("kind").equals("passport");
            JsonObject described = archive.awaitRead(document.getString("id")).json();
            assertThat(described.getString("receivedAt"))
                    .startsWith(isPassport ? "2011-03-03T20:00" : "2011-03-01T20:00");
            assertThat(described.getInt("policyVersion")).isZero();
            assertThat(archive.staff("officer")
                            .content(document.getString("id"), "P-SERVICE")
                            .require(200)
                            .body())
                    .isEqualTo(isPassport ? passport.bytes() : photo.bytes());
        }
        assertThat(count("notice")).isEqualTo(notices);
    }

    @Test
    void retentionRunsFromTheOriginalDates() {
        OldFiles bag = new OldFiles(COLUMNS)
                .line(permit("retained"))
                .file(number("retained"), "passport", "", Sample.pdf("retained " + own));
        carriedOut(proposed(bag.inFolderOf(archive, "retention-" + own)));

        // RC-WP: {trigger: permit_expired, period: P5Y} (policy-example.yaml): its end had come before the file did.
        String id = caseOf("retained");
        assertThat(text("select retention_end::text from archive.case_file where id = '" + id + "'"))
                .isEqualTo("2021-05-20");
        assertThat(text("select retention_end::text from archive.document where case_id = '" + id + "'"))
                .isEqualTo("2021-05-20");
        assertThat(text(
                        "select (last_action_at at time zone 'Asia/Baku')::date::text from archive.case_file where id = '"
                                + id + "'"))
                .isEqualTo("2016-05-20");
    }

    private String caseOf(String name) {
        return imported(name).getJsonArray("documents").getValuesAs(JsonObject.class).stream()
                .map(document -> text(
                        "select case_id::text from archive.document where id = '" + document.getString("id") + "'"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyLineThatCannotComeIsNamedWithItsReasonAndTheOthersCome() {
        Sample paper = Sample.pdf("good " + own);
        OldFiles bag = new OldFiles(COLUMNS)
                .line(permit("good")) // line 2
                .line(permit("good")) // 3: the number again
                .line(number("c") + ",XX,,RD-1,2011-03-02,,,,,A,B,1970-01-31,TUR,,") // 4: no such service
                .line(number("d")
                        + ",WP,,RD-1,2011-03-02,,,2010-01-01,granted,A,B,1970-01-31,TUR,,") // 5: decided before
                .line(number("e") + ",WP,,RD-1,31.12.2011,,,,,A,B,1970-01-31,TUR,,") // 6: no day
                .line(number("f") + ",,RC-EXP,HQ,2011-03-02," + number("none") + ",,,,A,B,1970-01-31,TUR,,") // 7
                .line(permit("bad-file")) // 8
                .line(permit("two-alike")) // 9
                .file(number("good"), "passport", "", paper) // files: line 2
                .file(number("nobody"), "passport", "", Sample.pdf("of nobody")) // 3
                .named(number("bad-file"), "data/files/missing", "passport", "") // 4
                .file(number("two-alike"), "passport", "", Sample.pdf("alike")) // 5
                .file(number("two-alike"), "passport", "", Sample.pdf("alike")) // 6
                .line(permit("shares")) // cases: 10
                .named(number("shares"), "data/files/" + number("good") + "-passport-0", "passport", "") // files: 7
                .beside("data/files/left over", new byte[] {1});
        JsonObject checked = proposed(bag.inFolderOf(archive, "refused-" + own));

        assertThat(flaws(checked))
                .containsExactlyInAnyOrder(
                        "cases 3 number-twice number",
                        "cases 4 service-unknown the policy knows no such service",
                        "cases 5 event-not-accepted decision_final",
                        "cases 6 malformed receivedOn",
                        "cases 7 malformed arisesFrom",
                        "files 3 malformed number",
                        "files 4 file-missing ",
                        "files 6 duplicate ",
                        "files 7 file-twice ",
                        "manifest 4 file-without-case ",
                        "manifest 7 file-without-case ");
        JsonObject done = carriedOut(checked);

        assertThat(done.getJsonObject("cases").getInt("imported")).isEqualTo(1);
        assertThat(done.getJsonObject("cases").getInt("refused")).isEqualTo(3);
        assertThat(imported("good").getJsonArray("documents")).hasSize(1);
    }

    @Test
    void theSameOldNumberIsNotImportedTwice() {
        OldFiles bag = new OldFiles(COLUMNS).line(permit("once"));
        carriedOut(proposed(bag.inFolderOf(archive, "once-" + own)));

        JsonObject again = proposed(bag.line(permit("more")).inFolderOf(archive, "again-" + own));
        assertThat(again.getJsonObject("cases").getInt("known")).isEqualTo(1);
        JsonObject done = carriedOut(again);

        assertThat(done.getJsonObject("cases").getInt("imported")).isEqualTo(1);
        assertThat(imported("once").getString("number"))
                .isNotEqualTo(imported("more").getString("number"));
    }

    @Test
    void whatArisesFromAnOldCaseIsLinkedToIt() {
        OldFiles bag = new OldFiles(COLUMNS)
                .line(number("v") + ",,RC-VIO,HQ,2013-03-02,,,,,A,B,1970-01-31,TUR,,")
                .line(number("x") + ",,RC-EXP,HQ,2013-04-02," + number("v") + ",,,,A,B,1970-01-31,TUR,,");

        JsonObject done = carriedOut(proposed(bag.inFolderOf(archive, "arises-" + own)));

        assertThat(done.getJsonObject("cases").getInt("imported")).isEqualTo(2);
        assertThat(text(
                        "select count(*)::text from archive.case_file c join archive.case_file p on p.id = c.arises_from"
                                + " where c.record_class = 'RC-EXP' and p.record_class = 'RC-VIO'"
                                + " and (c.received_at at time zone 'Asia/Baku')::date = '2013-04-02'"))
                .isNotEqualTo("0");
    }

    @Test
    void aBagThatIsSentRestsSealedAndIsGoneAfterwards() throws IOException {
        Sample paper = Sample.pdf("sent along " + own);
        byte[] zip = new OldFiles(COLUMNS)
                .line(permit("sent"))
                .file(number("sent"), "passport", "", paper)
                .zip("a bag/");

        JsonObject checked = awaitChecked(send(zip));
        String id = checked.getString("id");
        assertThat(objectsOf(id)).isNotEmpty();
        JsonObject done = carriedOut(checked);

        assertThat(done.getJsonObject("files").getInt("imported")).isEqualTo(1);
        String document =
                imported("sent").getJsonArray("documents").getJsonObject(0).getString("id");
        assertThat(archive.staff("officer")
                        .content(document, "P-SERVICE")
                        .require(200)
                        .body())
                .isEqualTo(paper.bytes());
        Patience.until(SOON, "its bag is gone", () -> {
            try {
                return objectsOf(id).isEmpty()
                        && text("select count(*)::text from archive.import where leaf_id is not null and id = '" + id
                                        + "'")
                                .equals("0")
                        && text("select count(*)::text from archive.import_case where import_id = '" + id + "'")
                                .equals("0");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<Path> objectsOf(String id) throws IOException {
        Path folder = archive.home().resolve("objects/muhafiz").resolve(id);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatIsNoBagIsRefusedAsAWhole() throws IOException {
        assertThat(refused(send("no zip at all".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("bag-not-readable");
        assertThat(refused(send(zipOf("data/cases.csv")))).isEqualTo("bag-not-declared");
        byte[] changed = new OldFiles(COLUMNS)
                .line(permit("changed"))
                .butThereLies("data/cases.csv", COLUMNS.getBytes(StandardCharsets.UTF_8))
                .zip("");
        assertThat(refused(send(changed))).isEqualTo("table-missing");
        byte[] unlisted = new OldFiles(COLUMNS)
                .line(permit("unlisted"))
                .butThereLies("data/unlisted", new byte[1])
                .zip("");
        assertThat(refused(send(unlisted))).isEqualTo("bag-not-complete");
        byte[] column = new OldFiles(COLUMNS + ",favouriteColour")
                .line(permit("column") + ",red")
                .zip("");
        assertThat(refused(send(column))).isEqualTo("column-unknown");
        archive.client("records").post(IMPORTS, "application/zip", new byte[0]).requireProblem(400, "empty-body");
    }

    /** Of a changed file, of one that a path leads out to, and of one that is a link, the bag's bytes are not taken. */
    @Test
    void bytesThatAreNotTheManifestsAreNotTaken() throws IOException {
        String name = new OldFiles(COLUMNS)
                .line(permit("other-bytes"))
                .line(permit("outside"))
                .line(permit("link"))
                .file(number("other-bytes"), "data/files/a", "passport", "", Sample.pdf("as it was"))
                .file(number("outside"), "data/files/b", "passport", "", Sample.pdf("b"))
                .named(number("outside"), "data/../../secret", "passport", "")
                .file(number("link"), "data/files/c", "passport", "", Sample.pdf("linked " + own))
                .butThereLies("data/files/a", Sample.pdf("as it is").bytes())
                .inFolderOf(archive, "bytes-" + own);
        Path link = archive.home().resolve("imports").resolve(name).resolve("data/files/c");
        Path elsewhere = Files.write(archive.home().resolve("imports/elsewhere-" + own), Files.readAllBytes(link));
        Files.delete(link);
        Files.createSymbolicLink(link, elsewhere);

        JsonObject checked = proposed(name);

        assertThat(flaws(checked))
                .contains("files 2 digest-mismatch ", "files 4 file-missing ", "files 5 file-missing ");
        assertThat(checked.getJsonObject("cases").getInt("refused")).isEqualTo(3);
    }

    @Test
    void twoPersonsAreNeededAndTheDigestOfWhatWasSeen() {
        String name = new OldFiles(COLUMNS).line(permit("two")).inFolderOf(archive, "two-" + own);
        archive.client("officer").post(IMPORTS, form(name)).requireProblem(403, "not-allowed");
        archive.client("records")
                .post(IMPORTS, form("nothing-of-this-name"))
                .requireProblem(422, "import-not-accepted");
        archive.client("records").post(IMPORTS, form("../realm")).requireProblem(400, "malformed");
        JsonObject checked = proposed(name);
        String path = IMPORTS + "/" + checked.getString("id");
        String digest = "{\"digest\":\"" + checked.getString("digest") + "\"}";

        archive.client("supervisor").get(path).requireProblem(403, "not-allowed");
        archive.client("records").post(path + "/approvals", digest).requireProblem(409, "same-person");
        archive.client("records2")
                .post(path + "/approvals", "{\"digest\":\"" + "0".repeat(64) + "\"}")
                .requireProblem(409, "list-changed");
        archive.client("dpo").post(path + "/approvals", digest).require(200);
        archive.client("records2").post(path + "/approvals", digest).requireProblem(409, "import-not-waiting");
        archive.client("records").get(IMPORTS + "/" + UUID.randomUUID()).requireProblem(404, "not-found");
    }

    private static String form(String name) {
        return "{\"package\":\"" + name + "\"}";
    }

    private JsonObject proposed(String name) {
        return awaitChecked(archive.client("records").post(IMPORTS, form(name)).require(202));
    }

    private Answer send(byte[] zip) {
        return archive.client("records").post(IMPORTS, "application/zip", zip).require(202);
    }

    private JsonObject awaitChecked(Answer proposed) {
        return await(proposed.json().getString("id"), "checked");
    }

    private JsonObject await(String id, String state) {
        return Patience.until(
                        SOON,
                        () -> archive.client("records").get(IMPORTS + "/" + id).require(200),
                        answer -> answer.json().getString("state").equals(state))
                .json();
    }

    private String refused(Answer proposed) {
        JsonObject refused = await(proposed.json().getString("id"), "refused");
        List<String> flaws = flaws(refused);
        return flaws.get(flaws.size() - 1).split(" ", -1)[2];
    }

    private JsonObject carriedOut(JsonObject checked) {
        String id = checked.getString("id");
        archive.client("records2")
                .post(IMPORTS + "/" + id + "/approvals", "{\"digest\":\"" + checked.getString("digest") + "\"}")
                .require(200);
        return await(id, "done");
    }

    private List<String> flaws(JsonObject view) {
        List<String> flaws = new ArrayList<>();
        archive.client("records")
                .get(IMPORTS + "/" + view.getString("id") + "/refusals")
                .require(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .forEach(one -> flaws.add(one.getString("in") + " " + one.getInt("line") + " " + one.getString("code")
                        + " " + one.getString("member")));
        assertThat(flaws).hasSize(view.getInt("refusals"));
        return flaws;
    }

    /** By its old number, as the officer finds it. */
    private JsonObject imported(String name) {
        String found = archive.client("officer")
                .post("/api/v1/searches?purpose=P-SERVICE", "{\"number\":\"" + number(name) + "\"}")
                .require(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("number");
        return archive.client("officer")
                .get("/api/v1/applications/" + found + "?purpose=P-SERVICE")
                .require(200)
                .json();
    }

    private String text(String question) {
        String[] answer = new String[1];
        LogBook.of(archive).query(question, row -> answer[0] = row.getString(1));
        return answer[0];
    }

    private long count(String table) {
        return Long.parseLong(text("select count(*)::text from archive." + table));
    }

    private static byte[] zipOf(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
