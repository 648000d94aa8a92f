package muhafiz.itest.custody;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.SharedArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of the roots on the management port. */
@ExtendWith(SharedArchive.class)
class RootsWatchedIT {
    private static final double DAY = 86_400;

    private LogBook book;

    @BeforeEach
    void rotate(RunningArchive archive) {
        book = LogBook.bySuperuser(archive);
        archive.client("custodian").post("/api/v1/keys/rotations", "{}").require(200);
    }

    @Test
    void readinessWarnsOfAMissingMirrorAndStaysUp(RunningArchive archive) {
        assertThat(warnings(archive)).contains("no-mirror").doesNotContain("rotation-overdue", "root-too-old");
    }

    @Test
    void readinessAndMetricsTellThatNoRotationSucceededForMoreThan26Hours(RunningArchive archive) {
        book.execute("update keyring.rotation set completed_at = completed_at - interval '27 hours'");
        try {
            assertThat(warnings(archive)).contains("rotation-overdue");
            assertThat(metric(archive, "muhafiz_rotation_since_success_seconds"))
                    .isBetween(27 * 3600.0, 28 * 3600.0);
        } finally {
            book.execute("update keyring.rotation set completed_at = completed_at + interval '27 hours'");
        }
        assertThat(metric(archive, "muhafiz_rotation_since_success_seconds")).isLessThan(3600);
    }

    @Test
    void readinessAndMetricsTellThatARootIsOlderThanItShouldBe(RunningArchive archive) {
        book.execute("update keyring.root set born_at = born_at - interval '10 days' where gone_at is null");
        try {
            assertThat(warnings(archive)).contains("root-too-old");
            assertThat(metric(archive, "muhafiz_roots_oldest_age_seconds")).isGreaterThan(10 * DAY);
        } finally {
            book.execute("update keyring.root set born_at = born_at + interval '10 days' where gone_at is null");
        }
        assertThat(metric(archive, "muhafiz_roots_oldest_age_seconds")).isLessThan(DAY);
    }

    @Test
    void theLivingRootsAndThePagesStillToMoveAreNumbers(RunningArchive archive) {
        long[] living = new long[1];
        book.query("select count(*) from keyring.root where gone_at is null", row -> living[0] = row.getLong(1));

        assertThat(metric(archive, "muhafiz_roots_living")).isEqualTo(living[0]);
        assertThat(metric(archive, "muhafiz_rotation_pages_behind")).isZero();
    }

    @Test
    void aHolderThatIsNotConfiguredAndStillHasRootsIsWarnedOf(RunningArchive archive) {
        book.execute("insert into keyring.root_copy (root, place) select max(id), 'mirror-1' from keyring.root"
                + " where gone_at is null");
        try {
            assertThat(warnings(archive)).contains("holder-missing");
        } finally {
            book.execute("delete from keyring.root_copy where place = 'mirror-1'");
        }
    }

    private static List<String> warnings(RunningArchive archive) {
        JsonObject health =
                archive.management().get("/health/ready").require(200).json();
        return health.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals("archive"))
                .map(check -> check.getJsonObject("data").getString("warnings"))
                .flatMap(warnings -> List.of(warnings.split(" ")).stream())
                .toList();
    }

    private static double metric(RunningArchive archive, String name) {
        String metrics = archive.management().get("/metrics").require(200).text();
        Matcher line = Pattern.compile("(?m)^" + name + "(\\{[^}]*})? (\\S+)$").matcher(metrics);
        assertThat(line.find()).as("%s in%n%s", name, metrics).isTrue();
        return Double.parseDouble(line.group(2));
    }
}
