package muhafiz.itest.kill;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.OldFiles;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.stand.Part;
import org.junit.jupiter.api.Test;

/** An import whose server and database are killed in the middle goes on where it was: each case is there once, with all of its files. */
class ImportSurvivesKillIT {
    private static final String IMPORTS = "/api/v1/imports";
    private static final int CASES = 240;
    private static final Duration SOON = Duration.ofMinutes(4);

    @Test
    void everyCaseIsThereOnceAndWholeAfterTwoKills() throws InterruptedException {
        try (RunningArchive archive = RunningArchive.start("kill-import")) {
            Map<String, Sample> papers = new TreeMap<>();
            String name = bag(papers).inFolderOf(archive, "old");
            String id = archive.client("records")
                    .post(IMPORTS, "{\"package\":\"" + name + "\"}")
                    .require(202)
                    .json()
                    .getString("id");
            String digest = await(archive, id, "checked").getString("digest");
            archive.client("dpo")
                    .post(IMPORTS + "/" + id + "/approvals", "{\"digest\":\"" + digest + "\"}")
                    .require(200);

            awaitImported(archive, CASES / 4);
            archive.stand().kill(Part.SERVER);
            archive.stand().awaitReady(Part.SERVER, SOON);
            long afterOne = imported(archive);
            awaitImported(archive, Math.min(CASES - 1, afterOne + CASES / 4));
            archive.stand().kill(Part.DATABASE);
            archive.stand().awaitReady(Part.DATABASE, SOON);
            JsonObject done = await(archive, id, "done");

            assertThat(afterOne).as("it was in the middle").isLessThan(CASES);
            assertThat(done.getJsonObject("cases").getInt("imported")).isEqualTo(CASES);
            assertThat(imported(archive)).isEqualTo(CASES);
            papers.forEach((old, paper) -> requireWhole(archive, old, paper));
        }
    }

    private static OldFiles bag(Map<String, Sample> papers) {
        OldFiles bag = new OldFiles("number,service,unit,receivedOn,applicant.surname,applicant.givenNames");
        for (int i = 0; i < CASES; i++) {
            String number = "K-" + i;
            Sample paper = Sample.pdf("paper of case " + i);
            papers.put(number, paper);
            bag.line(number + ",REG,RD-1,2009-05-04,Köhnəyev,Əli")
                    .file(number, "passport", "", paper)
                    .file(number, "photo", "", Sample.jpeg("photo of case " + i));
        }
        return bag;
    }

    private static void requireWhole(RunningArchive archive, String old, Sample paper) {
        var found = archive.client("officer")
                .post("/api/v1/searches?purpose=P-SERVICE", "{\"number\":\"" + old + "\"}")
                .require(200)
                .json()
                .getJsonArray("items");
        assertThat(found).hasSize(1);
        var documents = archive.client("officer")
                .get("/api/v1/applications/" + found.getJsonObject(0).getString("number") + "?purpose=P-SERVICE")
                .require(200)
                .json()
                .getJsonArray("documents");
        assertThat(documents).hasSize(2);
        String passport = documents.getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("kind").equals("passport"))
                .findFirst()
                .orElseThrow()
                .getString("id");
        assertThat(archive.staff("officer")
                        .content(passport, "P-SERVICE")
                        .require(200)
                        .body())
                .isEqualTo(paper.bytes());
    }

    private static void awaitImported(RunningArchive archive, long wanted) {
        Patience.until(SOON, () -> imported(archive), count -> count >= wanted);
    }

    private static long imported(RunningArchive archive) {
        long[] count = new long[1];
        LogBook.of(archive)
                .query(
                        "select count(*) from archive.case_file where channel = 'import'",
                        row -> count[0] = row.getLong(1));
        return count[0];
    }

    private static JsonObject await(RunningArchive archive, String id, String state) {
        return Patience.until(
                        SOON,
                        () -> archive.client("records").get(IMPORTS + "/" + id),
                        answer -> answer.status() == 200
                                && answer.json().getString("state").equals(state))
                .json();
    }
}
