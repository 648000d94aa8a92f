package muhafiz.itest.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import muhafiz.itest.access.Bucket;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Client;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedArchive.class)
class KeyRotationIT {
    private static final String ROTATIONS = "/api/v1/keys/rotations";
    private static final String CONFIRMATIONS = ROTATIONS + "/confirmations";
    private static final String USUAL = "{}";
    private static final String EMERGENCY = "{\"emergency\":true}";
    private static final Duration SOON = Duration.ofSeconds(60);

    private LogBook book;

    @BeforeEach
    void open(RunningArchive archive) {
        book = LogBook.bySuperuser(archive);
    }

    @AfterEach
    void settle() {
        book.execute("update archive.clock set believed_at = now(), set_aside = null");
        book.execute("delete from archive.backup");
        book.execute("delete from archive.custody_request");
    }

    @Test
    void aRotationIsAskedForWithoutABodyToo(RunningArchive archive) {
        Client custodian = archive.client("custodian");

        custodian
                .send(custodian.request(ROTATIONS).POST(BodyPublishers.noBody()).build())
                .require(200);
        custodian
                .post(ROTATIONS, "text/plain", "{\"emergency\":true}".getBytes(StandardCharsets.UTF_8))
                .require(415);
    }

    @Test
    @DisplayName("AD-4: key rotation: files stay readable and are not re-encrypted; none, one or two persons")
    void filesStayReadableAndAreNotEncryptedAnewWhoeverRotates(RunningArchive archive) throws IOException {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Dəyişməzova"));
        Sample passport = Sample.pdf("AD-4");
        String id = archive.portal().uploaded(lodged, "passport", passport);
        archive.awaitRead(id);
        Map<Path, byte[]> before = objects(archive);

        long epoch = epoch();
        book.execute("update archive.scheduled_tasks set execution_time = now() where task_name = 'rotation'");
        Patience.until(SOON, "the nightly rotation", () -> completed() == epoch + 1);

        Answer demanded = archive.client("custodian").post(ROTATIONS, USUAL).require(200);
        assertThat(demanded.json().getInt("epoch")).isEqualTo((int) epoch + 2);

        Answer first = archive.client("custodian").post(ROTATIONS, EMERGENCY);
        assertThat(first.requireProblem(409, "two-custodians").json().getString("because"))
                .isEqualTo("emergency");
        archive.client("custodian").post(CONFIRMATIONS, EMERGENCY).requireProblem(409, "two-custodians");
        assertThat(epoch()).isEqualTo(epoch + 2);
        Answer second =
                archive.client("custodian2").post(CONFIRMATIONS, EMERGENCY).require(200);
        assertThat(second.json().getInt("epoch")).isEqualTo((int) epoch + 3);
        assertThat(second.json().getInt("rootsAlive"))
                .as("every older root has ended")
                .isEqualTo(1);
        archive.client("custodian").post(CONFIRMATIONS, EMERGENCY).requireProblem(404, "not-found");

        assertThat(archive.staff("officer")
                        .content(id, "P-SERVICE")
                        .require(200)
                        .body())
                .isEqualTo(passport.bytes());
        Map<Path, byte[]> after = objects(archive);
        before.forEach(
                (file, bytes) -> assertThat(after.get(file)).as("%s", file).isEqualTo(bytes));
    }

    @Test
    void whoeverIsNoCustodianRotatesNothing(RunningArchive archive) {
        for (String user : new String[] {"officer", "admin", "dpo", "records"}) {
            for (String path : new String[] {ROTATIONS, CONFIRMATIONS}) {
                archive.client(user).post(path, EMERGENCY).requireProblem(403, "not-allowed");
            }
        }
    }

    @Test
    void anAskedForEmergencyIsNoUsualRotationAndWaitsAnHour(RunningArchive archive) {
        archive.client("custodian").post(ROTATIONS, EMERGENCY).requireProblem(409, "two-custodians");

        archive.client("custodian2").post(CONFIRMATIONS, USUAL).requireProblem(404, "not-found");
        book.execute("update archive.custody_request set asked_at = now() - interval '61 minutes'");

        archive.client("custodian2").post(CONFIRMATIONS, EMERGENCY).requireProblem(404, "not-found");
    }

    @Test
    void aRotationThatWouldLeaveNoUsableKeyBackupTakesTwoCustodians(RunningArchive archive) {
        long epoch = archive.client("custodian")
                .post(ROTATIONS, USUAL)
                .require(200)
                .json()
                .getInt("epoch");
        book.execute("insert into archive.backup (kind, made_at, newest_epoch) values ('key', now(), " + epoch + ")");
        for (int rotation = 0; rotation < 7; rotation++) { // keys.horizon
            archive.client("custodian").post(ROTATIONS, USUAL).require(200);
        }

        Answer last = archive.client("custodian").post(ROTATIONS, USUAL);

        assertThat(last.requireProblem(409, "two-custodians").json().getString("because"))
                .isEqualTo("last-key-backup");
        archive.client("custodian2").post(CONFIRMATIONS, USUAL).require(200);
        archive.client("custodian").post(ROTATIONS, USUAL).require(200);
    }

    @Test
    void aClockInDoubtStopsTheNightAndOneCustodianUntilTwoConfirmIt(RunningArchive archive) {
        archive.client("custodian").post(ROTATIONS, USUAL).require(200);
        long epoch = epoch();
        LogBook.Mark mark = book.mark();
        book.execute("update archive.clock set believed_at = now() + interval '1 year'");

        book.execute("update archive.scheduled_tasks set execution_time = now() where task_name = 'rotation'");
        Patience.until(
                SOON,
                "an entry that the night's rotation was not begun",
                () -> mark.allSince().stream()
                        .anyMatch(leaf -> leaf.publicPart().rule().equals("clock-in-doubt")));
        Answer one = archive.client("custodian").post(ROTATIONS, USUAL);

        assertThat(one.requireProblem(409, "two-custodians").json().getString("because"))
                .isEqualTo("clock-behind-belief");
        assertThat(epoch()).isEqualTo(epoch);
        archive.client("custodian2").post(CONFIRMATIONS, USUAL).require(200);
        archive.client("custodian").post(ROTATIONS, USUAL).require(200);
    }

    @Test
    void aFormThatIsNotUnderstoodRotatesNothing(RunningArchive archive) {
        long epoch = epoch();

        archive.client("custodian").post(ROTATIONS, "{\"emergency\":\"yes\"}").requireProblem(400, "malformed");
        archive.client("custodian").post(ROTATIONS, "{\"urgent\":true}").requireProblem(400, "unknown-member");

        assertThat(epoch()).isEqualTo(epoch);
    }

    private long epoch() {
        return number("select max(number) from keyring.epoch");
    }

    private long completed() {
        return number("select max(epoch) from keyring.rotation");
    }

    private long number(String question) {
        long[] number = new long[1];
        book.query(question, row -> number[0] = row.getLong(1));
        return number[0];
    }

    private static Map<Path, byte[]> objects(RunningArchive archive) throws IOException {
        Map<Path, byte[]> objects = new HashMap<>();
        for (Path file : Bucket.of(archive).documents()) {
            objects.put(file, Files.readAllBytes(file));
        }
        return objects;
    }
}
