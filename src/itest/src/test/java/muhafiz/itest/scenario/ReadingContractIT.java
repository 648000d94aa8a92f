package muhafiz.itest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.SharedArchive;
import muhafiz.itest.stand.Staff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET} and {@code HEAD /documents/{id}/content}: RFC 9110 §13 and §14 on sealed bytes. */
@ExtendWith(SharedArchive.class)
class ReadingContractIT {
    /** More than three chunks of 16 KiB and more than a segment of 1 MiB, so that ranges begin and end everywhere. */
    private static final byte[] BYTES = Sample.pdf("ranges", 1_200_000).bytes();

    private static String id = "";

    @BeforeAll
    static void bringADocument(RunningArchive archive) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Oxuyanova"));
        id = archive.portal().uploaded(lodged, "passport", new Sample("application/pdf", BYTES));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0, 16383",
        "16383, 16384",
        "16384, 49151",
        "32767, 32769",
        "1048575, 1048577",
        "900000, 1199999",
    })
    void aRangeIsExactlyThoseBytes(int first, int last, RunningArchive archive) {
        Answer part = archive.staff("officer").content(id, "P-SERVICE", "Range", "bytes=" + first + "-" + last);

        part.require(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(BYTES, first, last + 1));
        assertThat(part.header("Content-Range")).contains("bytes " + first + "-" + last + "/" + BYTES.length);
        assertThat(part.header("Content-Length")).contains(Integer.toString(last + 1 - first));
    }

    @Test
    void aRangeMayBeTheEnd(RunningArchive archive) {
        Answer suffix = archive.staff("officer").content(id, "P-SERVICE", "Range", "bytes=-20");
        Answer open = archive.staff("officer").content(id, "P-SERVICE", "Range", "bytes=" + (BYTES.length - 20) + "-");
        Answer beyond = archive.staff("officer")
                .content(id, "P-SERVICE", "Range", "bytes=" + (BYTES.length - 20) + "-99999999");

        for (Answer answer : List.of(suffix, open, beyond)) {
            assertThat(answer.require(206).body())
                    .isEqualTo(Arrays.copyOfRange(BYTES, BYTES.length - 20, BYTES.length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=99999999-", "bytes=-0"})
    void aRangeThatIsNotThereIsNotSatisfiable(String range, RunningArchive archive) {
        Answer none = archive.staff("officer").content(id, "P-SERVICE", "Range", range);

        none.requireProblem(416, "range-not-satisfiable");
        assertThat(none.header("Content-Range")).contains("bytes */" + BYTES.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-9", "lines=1-2", "bytes=9-2", "bytes=a-b"})
    void whatIsNoSingleRangeOfBytesIsAnsweredWithTheWhole(String range, RunningArchive archive) {
        Answer whole = archive.staff("officer").content(id, "P-SERVICE", "Range", range);

        assertThat(whole.require(200).body()).isEqualTo(BYTES);
    }

    @Test
    void aRangeIsGivenOnlyOfTheVersionTheReaderHolds(RunningArchive archive) {
        String tag = tag(archive);
        Staff officer = archive.staff("officer");

        officer.content(id, "P-SERVICE", "Range", "bytes=0-9", "If-Range", tag).require(206);
        officer.content(id, "P-SERVICE", "Range", "bytes=0-9", "If-Range", "\"another\"")
                .require(200);
        officer.content(id, "P-SERVICE", "Range", "bytes=0-9", "If-Range", "W/" + tag)
                .require(200);
    }

    @Test
    void whoHoldsTheVersionAlreadyIsToldSoAndThatIsAReadingToo(RunningArchive archive) {
        String tag = tag(archive);
        LogBook.Mark log = LogBook.of(archive).mark();

        Answer same = archive.staff("officer").content(id, "P-SERVICE", "If-None-Match", tag);

        same.require(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.header("ETag")).contains(tag);
        assertThat(log.since())
                .singleElement()
                .satisfies(entry -> assertThat(entry.publicPart().action()).isEqualTo("read_content"));
        archive.staff("officer")
                .content(id, "P-SERVICE", "If-Match", "\"another\"")
                .requireProblem(412, "precondition-failed");
    }

    @Test
    void theHeadIsThatOfTheWholeAndOfTheRange(RunningArchive archive) {
        Answer head = archive.staff("officer").contentHead(id, "P-SERVICE");
        Answer part = archive.staff("officer").contentHead(id, "P-SERVICE", "Range", "bytes=10-19");

        head.require(200);
        assertThat(head.header("Content-Length")).contains(Integer.toString(BYTES.length));
        assertThat(head.header("Content-Type")).contains("application/pdf");
        assertThat(head.header("Accept-Ranges")).contains("bytes");
        assertThat(part.status()).isIn(200, 206); // RFC 9110 §14.2 defines Range for GET only
        assertThat(head.body()).isEmpty();
        assertThat(part.body()).isEmpty();
    }

    @Test
    void noAnswerMayBeKeptByAnybodyOnTheWay(RunningArchive archive) {
        Answer content = archive.staff("officer").content(id, "P-SERVICE").require(200);

        assertThat(content.header("Cache-Control")).contains("no-store");
        assertThat(content.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(content.header("Content-Disposition").orElseThrow()).startsWith("attachment");
    }

    private static String tag(RunningArchive archive) {
        return archive.staff("officer")
                .contentHead(id, "P-SERVICE")
                .header("ETag")
                .orElseThrow();
    }
}
