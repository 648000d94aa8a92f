package muhafiz.itest.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import muhafiz.itest.access.Bucket;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.access.Tasks;
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

/** Details of the log end with the term of their class, where somebody stands behind it; the hashes stay. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LogRetentionIT {
    private static final String NAME = "log-retention";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int BUNDLE = 256; // c2sp.org/tlog-tiles
    private static final String MONTH = "log-month:2020-05";

    private static RunningArchive archive;
    private static LogBook superuser;
    private static String person;
    private static String yearLeaf;
    private static String monthLeaf;
    private static long old;

    @BeforeAll
    static void someEntriesAreOld() {
        archive = RunningArchive.start(NAME);
        superuser = LogBook.bySuperuser(archive);
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Köhnəlmişova"));
        String document = archive.portal().uploaded(lodged, "passport", Sample.pdf("read long ago"));
        archive.awaitRead(document);
        Patience.until(SOON, "a bundle is full", () -> {
            archive.client("auditor")
                    .get("/log/entries?purpose=P-OVERSIGHT&limit=1")
                    .require(200);
            return count("archive.log_entry") > BUNDLE;
        });
        awaitAllPlaced();
        person = text("select subject_id from archive.case_party where role = 'applicant'");
        old = Long.parseLong(text("select max(seq) + 1 from archive.log_entry"));
        execute("""
                begin;
                set local session_replication_role = replica;
                update archive.log_entry set recorded_at = recorded_at - interval '6 years';
                update archive.subject_log_key set calendar_year = 2020;
                update archive.service_key set name = '%s' where starts_with(name, 'log-month:');
                update archive.log_actor set month = '2020-05-01';
                commit""".formatted(MONTH));
        yearLeaf = text("select leaf_id from archive.subject_log_key where subject_id = '" + person + "'");
        monthLeaf = text("select leaf_id from archive.service_key where name = '" + MONTH + "'");
    }

    @AfterAll
    static void stop() {
        archive.close();
    }

    @Test
    @Order(0)
    void aTermThatNobodyStandsBehindEndsNothing() {
        execute("insert into archive.service_key (name, leaf_id) values ('attempts:2020-01-01', gen_random_uuid())");
        long operations = count("archive.log_entry where action = 'key_operation'");

        sweep();
        awaitAllPlaced();

        assertThat(count("archive.log_entry where action = 'key_operation'"))
                .as("entries that tell of keys of a day")
                .isGreaterThan(operations);

        assertThat(count("archive.subject_log_key where leaf_id = '" + yearLeaf + "'"))
                .isEqualTo(1);
        assertThat(count("archive.log_entry where seq < " + old)).isEqualTo(old);
        assertThat(bundles()).anyMatch(path -> path.endsWith("tile/entries/000"));
    }

    @Test
    @Order(1)
    void aConfirmedTermEndsKeysAndDetailsAndLeavesTheHashes() {
        archive.client("records")
                .post(
                        "/api/v1/policy/periods/RC-LOG/confirmation",
                        "{\"policyVersion\":1,\"source\":\"order of the head of service\"}")
                .require(200);

        sweep();

        assertThat(count("archive.subject_log_key where leaf_id = '" + yearLeaf + "'"))
                .isZero();
        assertThat(count("archive.service_key where name = '" + MONTH + "'")).isZero();
        assertThat(count("archive.log_actor where month = '2020-05-01'")).isZero();
        assertThat(count("keyring.leaf where id in ('" + yearLeaf + "', '" + monthLeaf + "')"))
                .isZero();
        assertThat(count("keyring.tombstone where leaf_id in ('" + yearLeaf + "', '" + monthLeaf + "')"))
                .isEqualTo(2);
        assertThat(count("archive.log_entry where seq < " + BUNDLE)).isZero();
        assertThat(count("archive.log_entry where seq >= " + BUNDLE)).isPositive();
        assertThat(bundles()).noneMatch(path -> path.contains("tile/entries/000"));
        archive.client("auditor")
                .get("/log/tile/entries/000?purpose=P-OVERSIGHT")
                .require(404);
        archive.stranger().get("/log/tile/0/000").require(200);
        assertThat(count("archive.log_index where seq < " + old)).isEqualTo(old);
    }

    @Test
    @Order(2)
    void whatIsLeftIsStillReadAndWrittenOn() {
        archive.staff("officer").search("2497-2482-8965", "P-SERVICE").require(200);
        awaitAllPlaced();

        assertThat(archive.auditor().entries(-1))
                .isNotEmpty()
                .allMatch(entry -> entry.getJsonNumber("seq").longValue() >= BUNDLE);
    }

    /** Names of the bundles in the bucket. */
    private static List<String> bundles() {
        return Bucket.of(archive).files().stream()
                .map(Path::toString)
                .filter(path -> path.contains("tile/entries/"))
                .toList();
    }

    /** Has the sweeps run now, and waits for their end. */
    private static void sweep() {
        awaitAllPlaced();
        Tasks.run(LogBook.of(archive), "sweeps");
    }

    private static void awaitAllPlaced() {
        Patience.until(SOON, "every entry has its place", () -> count("archive.log_arrival") == 0);
    }

    private static long count(String what) {
        return Long.parseLong(text("select count(*) from " + what));
    }

    private static String text(String question) {
        StringBuilder text = new StringBuilder();
        superuser.query(question, row -> text.append(row.getString(1)));
        return text.toString();
    }

    private static void execute(String sql) {
        superuser.execute(sql);
    }
}
