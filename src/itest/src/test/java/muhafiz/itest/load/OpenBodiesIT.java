package muhafiz.itest.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import muhafiz.itest.access.OpenCall;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.itest.stand.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** As many and as slow bodies as clients can make them, at the shipped limits: nobody else waits, and nothing is lost for long. */
@ExtendWith(SharedArchive.class)
class OpenBodiesIT {
    private static final int LIMIT = 200; // archive.properties, bodies.open
    private static final Duration DID_NOT_HANG = Duration.ofMinutes(2);
    private static final int LARGE = 20_000_000; // more than the sockets between archive and reader hold
    private static final byte[] LITTLE = "%PDF-1.4\n%".getBytes(StandardCharsets.US_ASCII);

    /** Each five seconds: above the pace. */
    private static final byte[] SLOW_PIECE = "%PDF-1.4\n%".repeat(1_000).getBytes(StandardCharsets.US_ASCII);

    @Test
    void atTheLimitTheNextUploadIsRefusedAtOnceAndTakenWhenAnotherEnds(RunningArchive archive) throws Exception {
        Lodged lodged = lodge(archive);
        String earlier = archive.portal().uploaded(lodged, "photo", Sample.jpeg("before the crowd"));

        try (Crowd crowd = Crowd.thatMoves(call -> call.send(SLOW_PIECE))) {
            crowd.join(LIMIT, () -> held(archive, lodged));
            Answer refused = tried(archive, lodged);
            Answer refusedWhileSending = archive.portal().upload(lodged, "photo", Sample.pdf("three MiB", 3 << 20));

            refused.requireProblem(503, "too-many-open-bodies");
            refusedWhileSending.requireProblem(503, "too-many-open-bodies");
            assertThat(refused.header("Retry-After").orElseThrow()).matches("[1-9][0-9]*");
            assertThat(statusOf(begun(archive, lodged, LARGE))).isEqualTo(503); // not a byte of its body was sent
            othersAreServed(archive, lodged, earlier);
            assertThat(crowd.size()).as("those that came first").isEqualTo(LIMIT);

            crowd.leaveOne();
            untilAnswered(201, () -> tried(archive, lodged));
        }
        untilAnswered(201, () -> tried(archive, lodged));
    }

    @Test
    void slowReadersTakeNoMoreThanTheirPlaces(RunningArchive archive) throws Exception {
        Lodged lodged = lodge(archive);
        String id = archive.portal().uploaded(lodged, "passport", Sample.pdf("long", LARGE));
        Staff officer = archive.staff("officer");

        try (Crowd crowd = Crowd.thatMoves(call -> call.read(SLOW_PIECE.length))) {
            crowd.join(LIMIT - 1, () -> reader(archive, id));
            officer.content(id, "P-SERVICE").require(200);
            untilAnswered(201, () -> tried(archive, lodged));
            crowd.join(1, () -> reader(archive, id));
            Answer refused = officer.content(id, "P-SERVICE");

            refused.requireProblem(503, "too-many-open-bodies");
            assertThat(refused.header("Retry-After").orElseThrow()).matches("[1-9][0-9]*");
            othersAreServed(archive, lodged, id);
            assertThat(crowd.size()).as("those that came first").isEqualTo(LIMIT);
        }
        untilAnswered(200, () -> officer.content(id, "P-SERVICE"));
    }

    @Test
    void readersWhoTakeNothingLoseTheirPlacesByThemselves(RunningArchive archive) throws Exception {
        String id = archive.portal().uploaded(lodge(archive), "passport", Sample.pdf("long", LARGE));

        try (Crowd crowd = Crowd.thatStandsStill()) {
            crowd.join(LIMIT, () -> reader(archive, id));

            // Nobody goes away: one more is served only where the archive has cut somebody off.
            untilAnswered(200, () -> archive.staff("officer").content(id, "P-SERVICE"));
        }
    }

    @Test
    void aBodyThatStandsStillOrTricklesIsEndedAndAnHonestSlowOneIsNot(RunningArchive archive) {
        Lodged lodged = lodge(archive);
        byte[] honest = Sample.pdf("at 4 KiB a second", 200_000).bytes();

        try (OpenCall still = held(archive, lodged);
                OpenCall trickle = held(archive, lodged);
                OpenCall steady = begun(archive, lodged, honest.length)) {
            SlowSender slow = new SlowSender(steady, honest);
            Patience.until(DID_NOT_HANG, "the trickle is answered", () -> trickles(trickle, slow));
            Patience.until(DID_NOT_HANG, "the one that stands still is answered", still::hasAnswer);

            assertThat(trickle.status()).isEqualTo(408);
            assertThat(still.status()).isEqualTo(408);
            assertThat(slow.sendTheRest().status()).isEqualTo(201);
        }
    }

    /** Sends ten bytes of the one and two hundred of the other, until the first is answered. */
    private static boolean trickles(OpenCall trickle, SlowSender slow) {
        if (trickle.hasAnswer()) {
            return true;
        }
        trickle.send(LITTLE);
        slow.sendPiece();
        return false;
    }

    private static void othersAreServed(RunningArchive archive, Lodged lodged, String document) {
        archive.staff("officer").describe(document, "P-SERVICE").require(200);
        archive.staff("officer").view(lodged, "P-SERVICE").require(200);
        archive.auditor().page(0, 10).require(200);
        archive.stranger().get("/api/v1/services").require(200);
        lodge(archive);
    }

    private static Answer untilAnswered(int status, Supplier<Answer> call) {
        return Patience.until(DID_NOT_HANG, call, answer -> answer.status() == status);
    }

    /** A whole, honest upload; no two are the same. */
    private static Answer tried(RunningArchive archive, Lodged lodged) {
        return archive.portal().upload(lodged, "application_form", Sample.pdf("at " + System.nanoTime()));
    }

    /** An upload whose first byte is waited for: the archive has asked for its body (RFC 9110, 10.1.1), so it has a place. */
    private static OpenCall held(RunningArchive archive, Lodged lodged) {
        OpenCall call = begun(archive, lodged, LARGE, "Expect", "100-continue");
        assertThat(call.status()).isEqualTo(100);
        return call;
    }

    private static OpenCall begun(RunningArchive archive, Lodged lodged, int length, String... more) {
        List<String> headers =
                new ArrayList<>(List.of("Content-Type", "application/pdf", "Content-Length", Integer.toString(length)));
        headers.addAll(List.of(more));
        return OpenCall.begin(
                archive.client("portal"),
                "POST",
                lodged.path() + "/documents?kind=passport",
                headers.toArray(String[]::new));
    }

    private static int statusOf(OpenCall call) {
        try (call) {
            return call.status();
        }
    }

    /** A reader who has the head of the answer and takes nothing more. */
    private static OpenCall reader(RunningArchive archive, String id) {
        OpenCall call = OpenCall.begin(archive.client("officer"), "GET", Staff.contentPath(id, "P-SERVICE"));
        assertThat(call.status()).isEqualTo(200);
        return call;
    }

    private static Lodged lodge(RunningArchive archive) {
        return archive.portal().lodge(Forms.workPermit("RD-1", "Yavaşov"));
    }
}
