package muhafiz.itest.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.stand.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nothing acknowledged is lost: a receipt leaves only after ciphertext, key, row and log entry are durable. The archive's server, its
 * database and its object store are each killed (SIGKILL) at random moments under the load of eight clients.
 */
class AcknowledgedSurvivesKillIT {
    private static final System.Logger LOG = System.getLogger(AcknowledgedSurvivesKillIT.class.getName());
    private static final int KILLS = 2;
    private static final Duration BACK_WITHIN = Duration.ofMinutes(4);

    private static RunningArchive archive;

    @BeforeAll
    static void start() {
        archive = RunningArchive.start("kill");
    }

    @AfterAll
    static void stop() {
        archive.close();
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void everyAcknowledgedDocumentComesBackAfterAKillOf(Part part) throws InterruptedException {
        long seed = System.nanoTime();
        LOG.log(System.Logger.Level.INFO, "killing " + part + " with seed " + seed);
        Random random = new Random(seed);
        Uploaders uploaders = new Uploaders(archive, seed);
        try (uploaders) {
            for (int kill = 0; kill < KILLS; kill++) {
                awaitReceipts(uploaders, uploaders.acknowledged().size() + 8);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(700));
                archive.stand().kill(part);
                archive.stand().awaitReady(part, BACK_WITHIN);
                awaitReceipts(uploaders, uploaders.acknowledged().size() + 8);
            }
        }

        assertThat(uploaders.answered()).as("received, or: ask again later").isSubsetOf(201, 503);
        everyAcknowledgedDocumentIsWhole(uploaders);
        whateverElseIsThereIsWhole(uploaders);
        theLogHasNoGap();
        everyReceiptNamesItsEntry(uploaders);
        LOG.log(
                System.Logger.Level.INFO,
                uploaders.acknowledged().size() + " acknowledged, " + uploaders.failed() + " not");
    }

    private static void awaitReceipts(Uploaders uploaders, int wanted) {
        Patience.until(BACK_WITHIN, () -> uploaders.acknowledged().size(), count -> count >= wanted);
    }

    private static void everyAcknowledgedDocumentIsWhole(Uploaders uploaders) {
        for (Map.Entry<String, Uploaders.Acknowledged> one :
                uploaders.acknowledged().entrySet()) {
            Answer content =
                    archive.staff("officer").content(one.getKey(), "P-SERVICE").require(200);
            assertThat(Uploaders.sha256(content.body()))
                    .isEqualTo(one.getValue().sha256());
        }
    }

    /** What was not acknowledged may be there or not; if it is there, it is what somebody sent. */
    private static void whateverElseIsThereIsWhole(Uploaders uploaders) {
        for (Lodged lodged : uploaders.cases()) {
            List<String> ids = new ArrayList<>();
            archive.staff("officer")
                    .view(lodged, "P-SERVICE")
                    .require(200)
                    .json()
                    .getJsonArray("documents")
                    .forEach(document -> ids.add(document.asJsonObject().getString("id")));
            ids.removeAll(uploaders.acknowledged().keySet());
            for (String id : ids) {
                Answer content =
                        archive.staff("officer").content(id, "P-SERVICE").require(200);
                assertThat(uploaders.tried()).contains(Uploaders.sha256(content.body()));
            }
        }
    }

    private static void theLogHasNoGap() {
        LogBook log = LogBook.of(archive);
        Patience.until(
                BACK_WITHIN, () -> number(log, "select count(*) from archive.log_arrival"), pending -> pending == 0);

        assertThat(number(log, "select count(*) - max(seq) - 1 from archive.log_index"))
                .as("places that nobody has")
                .isZero();
        assertThat(number(
                        log,
                        "select count(*) from archive.log_index i full join archive.log_entry e on e.seq = i.seq"
                                + " where i.seq is null or e.seq is null"))
                .as("places without an entry, entries without a place")
                .isZero();
    }

    private static void everyReceiptNamesItsEntry(Uploaders uploaders) {
        LogBook log = LogBook.of(archive);
        uploaders.acknowledged().values().stream()
                .filter(receipt -> receipt.sequence() >= 0)
                .forEach(receipt ->
                        assertThat(log.leafHashAt(receipt.sequence())).isEqualTo(receipt.leafHash()));
    }

    private static long number(LogBook log, String sql) {
        long[] number = new long[1];
        log.query(sql, row -> number[0] = row.getLong(1));
        return number[0];
    }
}
