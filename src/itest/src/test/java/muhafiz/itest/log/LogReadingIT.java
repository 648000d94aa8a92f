package muhafiz.itest.log;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may read what of the log, and that reading it is in the log. */
@ExtendWith(SharedArchive.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogReadingIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    private RunningArchive archive;
    private LogBook book;
    private Lodged lodged;
    private String document;
    private String other;
    private String person;

    @BeforeEach
    void somebodyReadsADocument(RunningArchive shared) {
        if (archive != null) {
            return;
        }
        archive = shared;
        book = LogBook.of(archive);
        lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Oxunanova"));
        document = archive.portal().uploaded(lodged, "passport", Sample.pdf("read by an officer"));
        other = archive.portal().uploaded(lodged, "photo", Sample.jpeg("read by nobody"));
        person = text("select subject_id from archive.case_party p join archive.document d on d.case_id = p.case_id"
                + " where p.role = 'applicant' and d.id = '" + document + "'");
        archive.awaitRead(document);
        archive.awaitRead(other);
        archive.staff("officer").content(document, "P-SERVICE").require(200);
    }

    @Test
    @DisplayName("AU-7: the auditor's own reads are in the log too")
    void theAuditorsOwnReadsAreInTheLog() {
        String pseudonym = find("auditor", "subject=" + person, "search").get(0).getString("actor");

        long before = archive.auditor().newest();
        archive.client("auditor")
                .get("/log/entries?purpose=P-OVERSIGHT&subject=" + person)
                .require(200);

        assertThat(find("auditor", "actor=" + pseudonym + "&after=" + before, "search"))
                .extracting(entry -> entry.getString("role"))
                .contains("auditor");
    }

    @Test
    void aPersonsEntriesAreFoundWithoutGap() {
        Answer answer = ask("auditor", "subject=" + person);

        assertThat(words(answer)).contains("ingest", "read_content", "read_meta");
        assertThat(answer.json().getJsonArray("gaps")).isEmpty();
        assertThat(ask("auditor", "subject=" + UUID.randomUUID()).json().getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void anEntryOfADocumentIsFoundByIt() {
        assertThat(words(awaitWord("document=" + document, "read_content"))).contains("ingest", "read_content");
        assertThat(words(awaitWord("document=" + other, "ingest"))).doesNotContain("read_content");
        assertThat(items(ask("auditor", "document=" + UUID.randomUUID()))).isEmpty();
    }

    @Test
    void operationAndTimeAndActorNarrowIt() {
        JsonObject read = find("auditor", "subject=" + person, "read_content").get(0);
        Instant time = Instant.parse(read.getString("time"));
        String actor = read.getString("actor");

        assertThat(words(ask("auditor", "operation=read_content&limit=500&from=" + time)))
                .isNotEmpty()
                .containsOnly("read_content");
        assertThat(items(ask("auditor", "subject=" + person + "&actor=" + actor)))
                .isNotEmpty()
                .allMatch(item -> item.getString("actor").equals(actor));
        assertThat(items(ask("auditor", "actor=" + actor + "&from=" + time + "&to=" + time.plusSeconds(1))))
                .isNotEmpty()
                .allMatch(item -> item.getString("time").equals(time.toString()));
        assertThat(items(ask("auditor", "from=" + time + "&to=" + time))).isEmpty();
    }

    @Test
    void pagesJoinWithoutDoublesOrHoles() {
        List<Long> whole = seqs(ask("auditor", "subject=" + person + "&operation=ingest"));
        Answer first = ask("auditor", "subject=" + person + "&operation=ingest&limit=1");
        Answer second = ask(
                "auditor",
                "subject=" + person + "&operation=ingest&after=" + first.json().getString("next"));

        assertThat(seqs(first)).hasSize(1);
        assertThat(whole).startsWith(seqs(first).get(0)).endsWith(seqs(second).toArray(Long[]::new));
        assertThat(whole).hasSize(1 + seqs(second).size()).isSorted();
    }

    @Test
    void detailsAreShownByTheDecisionOfTheDataProtectionOfficer() {
        assertThat(items(ask("auditor", "subject=" + person))).noneMatch(item -> item.containsKey("details"));

        String details = decide("\"subject\":\"" + person + "\"", false);
        JsonObject read = find("auditor", "subject=" + person + "&decision=" + details, "read_content")
                .get(0);

        assertThat(read.getJsonObject("details").getString("document")).isEqualTo(document);
        assertThat(read.getJsonObject("details").getString("subject")).isEqualTo(person);
        assertThat(read.getJsonObject("details").getJsonObject("facts").getString("unit"))
                .isEqualTo("RD-1");
        assertThat(read).doesNotContainKey("actorName");
        String names = decide("\"subject\":\"" + person + "\"", true);
        assertThat(find("auditor", "subject=" + person + "&decision=" + names, "read_content")
                        .get(0)
                        .getString("actorName"))
                .isEqualTo("officer");
        assertThat(words(awaitWord("subject=" + person, "decide_request"))).contains("decide_request");
    }

    @Test
    void aDecisionOpensWhatItIsAboutAndNothingElse() {
        Lodged another = archive.portal().lodge(Forms.workPermit("RD-1", "Başqasova"));
        String paper = archive.portal().uploaded(another, "passport", Sample.pdf("of another"));
        String stranger = text("select subject_id from archive.case_party p join archive.document d"
                + " on d.case_id = p.case_id where p.role = 'applicant' and d.id = '" + paper + "'");
        String details = decide("\"subject\":\"" + stranger + "\"", true);

        refused("subject=" + person + "&decision=" + details);
        refused("decision=" + details);
        refused("subject=" + person + "&decision=" + UUID.randomUUID());
        assertThat(find("auditor", "subject=" + stranger + "&decision=" + details, "ingest"))
                .allMatch(item -> item.containsKey("details"));
        archive.client("auditor")
                .post("/log/decisions?purpose=P-OVERSIGHT&ref=A-1", form("\"actor\":\"officer\"", true))
                .require(403);
    }

    @Test
    void anAccountIsAskedForByNameOnlyWhereADecisionNamesIt() {
        refused("actor=officer");
        String named = decide("\"actor\":\"officer\"", true);
        refused("actor=supervisor&decision=" + named);

        List<JsonObject> acts = find("auditor", "actor=officer&decision=" + named, "read_content");

        assertThat(acts).allMatch(item -> item.getString("actorName").equals("officer"));
        assertThat(acts).as("of persons nobody has decided about").noneMatch(item -> item.containsKey("details"));
    }

    @Test
    void aRemovedUnsequencedEntryIsNamedByItsGap() {
        Lodged robbed = archive.portal().lodge(Forms.workPermit("RD-1", "Silinənova"));
        String paper = archive.portal().uploaded(robbed, "passport", Sample.pdf("whose reading is hidden"));
        archive.awaitRead(paper);
        String victim = text("select subject_id from archive.case_party p join archive.document d"
                + " on d.case_id = p.case_id where p.role = 'applicant' and d.id = '" + paper + "'");
        LogBook superuser = LogBook.bySuperuser(archive);
        Stalled sequencer = Stalled.in(superuser);
        try {
            archive.staff("officer").content(paper, "P-SERVICE").require(200);
            sequencer.execute("set local session_replication_role = replica");
            sequencer.execute("delete from archive.log_arrival where action = 'read_content'");
        } finally {
            sequencer.goOn();
        }

        Answer answer = ask("auditor", "subject=" + victim);

        assertThat(words(answer)).contains("ingest").doesNotContain("read_content");
        assertThat(answer.json().getJsonArray("gaps")).hasSize(1);
        long last = Long.parseLong(
                text("select max(entries) from archive.subject_log_key where subject_id = '" + victim + "'"));
        long gap = answer.json().getJsonArray("gaps").getJsonObject(0).getInt("number");
        assertThat(gap).isEqualTo(last - 1); // the question itself was the last entry
    }

    private void refused(String filters) {
        archive.client("auditor")
                .get("/log/entries?purpose=P-OVERSIGHT&" + filters)
                .requireProblem(403, "not-allowed");
    }

    private String decide(String whom, boolean names) {
        return archive.client("dpo")
                .post("/log/decisions?purpose=P-OVERSIGHT&ref=A-1", form(whom, names))
                .require(201)
                .json()
                .getString("id");
    }

    private static String form(String whom, boolean names) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return "{" + whom + ",\"from\":\"" + LONG_AGO + "\",\"to\":\"" + now.plus(Duration.ofDays(1)) + "\",\"names\":"
                + names + ",\"reason\":\"complaint\",\"until\":\"" + now.plus(Duration.ofHours(1)) + "\"}";
    }

    private Answer ask(String user, String filters) {
        return archive.client(user)
                .get("/log/entries?purpose=P-OVERSIGHT&" + filters)
                .require(200);
    }

    /** The entries with that word, once there is one that has its place. */
    private List<JsonObject> find(String user, String filters, String word) {
        return items(awaitWord(filters + (filters.contains("limit=") ? "" : "&limit=500"), word)).stream()
                .filter(item -> item.getString("action").equals(word))
                .toList();
    }

    private Answer awaitWord(String filters, String word) {
        return Patience.until(
                SOON, () -> ask("auditor", filters), answer -> words(answer).contains(word));
    }

    private static List<JsonObject> items(Answer answer) {
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static List<String> words(Answer answer) {
        return items(answer).stream().map(item -> item.getString("action")).toList();
    }

    private static List<Long> seqs(Answer answer) {
        return items(answer).stream()
                .map(item -> item.getJsonNumber("seq").longValue())
                .toList();
    }

    private String text(String question) {
        StringBuilder text = new StringBuilder();
        book.query(question, row -> text.append(row.getString(1)));
        return text.toString();
    }
}
