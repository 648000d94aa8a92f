package muhafiz.itest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No event, no access (policy, {@code audit_log.fail_closed}); but what is only shown later holds up nobody. */
class LogFailsClosedIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static RunningArchive archive;
    private static Office office;
    private static LogBook book;

    @BeforeAll
    static void open() {
        archive = RunningArchive.start("fails-closed");
        office = Office.open(archive);
        book = LogBook.bySuperuser(archive);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @Test
    void whileNoEntryCanBeWrittenNotEvenAHeadANotModifiedOrAnErrorTellsAnything() {
        for (String fault : List.of("disk_full", "lock_not_available")) {
            try (FailingLog failing = FailingLog.atInsert(book, fault)) {
                assertThat(failing).isNotNull();
                everythingIsRefused();
            }
        }
        assertThat(content("If-None-Match", office.version()).status()).isEqualTo(304);
    }

    private static void everythingIsRefused() {
        for (Answer answer : List.of(
                content(),
                content("If-None-Match", office.version()),
                content("Range", "bytes=0-3"),
                content("Range", "bytes=999999999-"),
                archive.staff("officer").contentHead(office.document(), "P-SERVICE"),
                archive.staff("officer").describe(office.document(), "P-SERVICE"),
                archive.client("officer").get("/api/v1/documents/" + UUID.randomUUID() + "?purpose=P-SERVICE"),
                archive.client("portal").get("/api/v1/documents/" + office.document() + "/receipt"),
                archive.client("auditor").get("/log/tile/entries/000.p/1?purpose=P-OVERSIGHT"))) {
            assertThat(answer.status()).as("%s", answer).isEqualTo(503);
            assertThat(answer.header("ETag")).isEmpty();
            assertThat(answer.header("Content-Range")).isEmpty();
            assertThat(answer.text()).doesNotContain(office.document()).doesNotContain(office.version());
        }
    }

    private static Answer content(String... headers) {
        return archive.client("officer")
                .get("/api/v1/documents/" + office.document() + "/content?purpose=P-SERVICE", headers);
    }

    @Test
    void aSequencerThatIsDeadForAMinuteIsNotReadyAndForAQuarterOfAnHourReleasesNothing() throws SQLException {
        Patience.until(SOON, "ready", () -> isReady());
        UUID old = UUID.randomUUID();
        try (Connection holder = book.owner().connect()) {
            holder.setAutoCommit(false);
            holdLease(holder);
            arrive(old, "2 minutes");
            Patience.until(SOON, "not ready", () -> !isReady());
            content().require(200);

            arrive(UUID.randomUUID(), "16 minutes");
            Patience.until(SOON, "refused", () -> content().status() == 503);
            everythingIsRefused();
            archive.stranger().get("/log/checkpoint").require(200);

            holder.rollback();
        }

        Patience.until(SOON, "ready again", () -> isReady() && content().status() == 200);
        boolean[] isPlaced = new boolean[1];
        book.query(
                "select exists (select from archive.log_index where entry_id = '" + old + "')",
                row -> isPlaced[0] = row.getBoolean(1));
        assertThat(isPlaced[0]).as("what waited has its place").isTrue();
    }

    private static boolean isReady() {
        return archive.management().get("/health/ready").status() == 200;
    }

    private static void holdLease(Connection holder) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute("select from archive.log_lease for update");
        }
    }

    /** Somebody's entry of some time ago, with the bytes of another: nobody has looked after it since. */
    private static void arrive(UUID entry, String ago) throws SQLException {
        try (Connection connection = book.owner().connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into archive.log_arrival
                        select ?, date_trunc('second', now()) - cast(? as interval), actor, role, action, purpose, outcome, tag, leaf
                        from archive.log_entry limit 1""")) {
            insert.setObject(1, entry);
            insert.setString(2, ago);
            insert.executeUpdate();
        }
    }

    @Test
    void tilesThatCannotBePutHoldUpNoReading() throws IOException {
        String shown = archive.stranger().get("/log/checkpoint").require(200).text();
        Path tiles = archive.home().resolve("objects/muhafiz/log");
        Path aside = archive.home().resolve("objects-log-aside");
        Files.move(tiles, aside);
        Files.writeString(tiles, "in the way");
        String meanwhile;
        try {
            content().require(200);
            content("Range", "bytes=0-3").require(206);
            archive.staff("officer").describe(office.document(), "P-SERVICE").require(200);
            meanwhile = archive.stranger().get("/log/checkpoint").require(200).text();
        } finally {
            Files.delete(tiles);
            Files.move(aside, tiles);
        }

        assertThat(sizeOf(meanwhile))
                .as("nothing is signed that the bucket does not hold")
                .isLessThanOrEqualTo(placed());
        Patience.until(
                SOON,
                "shown at last",
                () -> sizeOf(archive.stranger().get("/log/checkpoint").text()) > sizeOf(shown));
    }

    private static long sizeOf(String checkpoint) {
        return Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
    }

    private static long placed() {
        long[] size = new long[1];
        book.query("select size from archive.log_head", row -> size[0] = row.getLong(1));
        return size[0];
    }
}
