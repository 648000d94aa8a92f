package muhafiz.itest.fixity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.Bucket;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.load.ChangedConfig;
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

/** One bucket: whole at first, then damaged, then mended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FixityPatrolIT {
    private static final String NAME = "fixity";
    private static final Path CONFIG = RunningArchive.homeOf(NAME + "-config");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int SEVERAL_PIECES = 3 << 20;

    private static RunningArchive archive;
    private static LogBook book;
    private static final Map<String, String> PAPERS = new TreeMap<>();
    private static final Map<Path, byte[]> COPY = new TreeMap<>();

    @BeforeAll
    static void start() {
        archive = RunningArchive.start(NAME, settings -> {
            ChangedConfig config = ChangedConfig.of(settings, CONFIG)
                    .with("archive.properties", "fixity.every=PT1M", "fixity.every=PT1S")
                    .with("archive.properties", "fixity.bytes-per-second=4194304", "fixity.bytes-per-second=16777216");
            return settings.withConfig(config.folder());
        });
        book = LogBook.bySuperuser(archive);
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Keşikçiyeva"));
        for (String fate : List.of("healthy", "flipped", "missing", "truncated", "longer", "row", "key", "forgotten")) {
            Sample sample = Sample.pdf(fate, fate.equals("row") || fate.equals("key") ? 0 : SEVERAL_PIECES);
            PAPERS.put(fate, archive.portal().uploaded(lodged, "passport", sample));
        }
    }

    @AfterAll
    static void stop() {
        archive.close();
    }

    @Test
    @Order(1)
    void everyDocumentIsFoundWholeAndThenThePatrolIsIdle() {
        awaitNoneDue();

        assertThat(damages()).isEmpty();
        double read = metric("muhafiz_fixity_read_bytes");
        assertThat(read).isGreaterThanOrEqualTo(sealedBytes());
        Instant seen = newestVerified();
        awaitSlices();
        assertThat(metric("muhafiz_fixity_read_bytes")).isEqualTo(read);
        assertThat(newestVerified()).isEqualTo(seen);
        assertThat(metric("muhafiz_fixity_behind")).isZero();
        assertThat(warnings()).noneMatch(warning -> warning.startsWith("damaged") || warning.startsWith("fixity"));
    }

    @Test
    @Order(2)
    @Clause("PRO-4")
    void eachDamageIsFoundAndToldWithTheCopyThatMendsIt() throws IOException {
        Bucket.of(archive).documents().forEach(file -> COPY.put(file, bytesOf(file)));
        damage();
        LogBook.Mark log = book.mark();

        makeDue();
        awaitNoneDue();

        assertThat(damages())
                .isEqualTo(Map.of(
                        "flipped", "changed " + pieceOf("flipped", 1),
                        "missing", "missing " + pieceOf("missing", 2),
                        "truncated", "truncated " + pieceOf("truncated", 0),
                        "longer", "too-long " + pieceOf("longer", 3),
                        "row", "row archive.document",
                        "key", "key keyring.leaf"));
        assertThat(log.allSince().stream()
                        .filter(entry -> entry.publicPart().action().equals("damage"))
                        .map(entry -> entry.publicPart().rule()))
                .containsExactlyInAnyOrder("changed", "missing", "truncated", "too-long", "row", "key");
        assertThat(warnings())
                .contains(
                        "damaged-bring-back-bucket-copy",
                        "damaged-bring-back-data-dump",
                        "damaged-bring-back-key-dump");
        assertThat(damagedMetric("bucket-copy")).isEqualTo(4);
        assertThat(damagedMetric("data-dump")).isEqualTo(1);
        assertThat(damagedMetric("key-dump")).isEqualTo(1);
        assertThat(serverLog()).contains("is damaged: changed in " + pieceOf("flipped", 1));
    }

    private static void damage() throws IOException {
        byte[] flipped = bytesOf(file("flipped", 1));
        flipped[flipped.length / 2] ^= 1;
        Files.write(file("flipped", 1), flipped);
        Files.move(file("missing", 2), archive.home().resolve("aside"));
        byte[] truncated = bytesOf(file("truncated", 0));
        Files.write(file("truncated", 0), Arrays.copyOf(truncated, truncated.length - 1));
        byte[] longer = bytesOf(file("longer", 3));
        Files.write(file("longer", 3), Arrays.copyOf(longer, longer.length + 1));
        book.execute("update archive.document set sealed_sha256 = sha256('x') where " + is("row"));
        book.execute("update keyring.leaf set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)"
                + " where id = (select leaf_id from archive.document where " + is("key") + ")");
        book.execute("delete from keyring.leaf where id = (select leaf_id from archive.document where "
                + is("forgotten") + ")");
        byte[] unreadable = bytesOf(file("forgotten", 0));
        unreadable[100] ^= 1;
        Files.write(file("forgotten", 0), unreadable);
    }

    @Test
    @Order(3)
    void thePatrolDeletesNothing() {
        assertThat(Bucket.of(archive).documents())
                .containsExactlyInAnyOrderElementsOf(COPY.keySet().stream()
                        .filter(file -> !file.equals(file("missing", 2)))
                        .toList());
    }

    @Test
    @Order(4)
    void aDamageThatIsKnownIsNotToldAgainEachTime() {
        LogBook.Mark log = book.mark();
        Map<String, String> before = damages();

        book.execute("update archive.damage set seen_at = '2000-01-01'");
        Patience.until(
                SOON,
                "all damaged documents were looked at again",
                () -> count("select count(*) from archive.damage where seen_at < '2001-01-01'") == 0);

        assertThat(damages()).isEqualTo(before);
        assertThat(log.allSince())
                .noneMatch(entry -> entry.publicPart().action().equals("damage"));
    }

    @Test
    @Order(5)
    void whatIsBroughtBackIsFoundWhole() throws IOException {
        Files.move(archive.home().resolve("aside"), file("missing", 2));
        for (Map.Entry<Path, byte[]> copy : COPY.entrySet()) {
            Files.write(copy.getKey(), copy.getValue());
        }

        book.execute("update archive.damage set seen_at = '2000-01-01'");
        Patience.until(SOON, "the objects are whole", () -> damages().size() == 2);

        assertThat(damages()).containsOnlyKeys("row", "key");
        assertThat(warnings()).doesNotContain("damaged-bring-back-bucket-copy");
        assertThat(damagedMetric("bucket-copy")).isZero();
    }

    private static String is(String fate) {
        return "id = '" + PAPERS.get(fate) + "'";
    }

    private static void makeDue() {
        book.execute("update archive.document set verified_at = null");
    }

    private static void awaitNoneDue() {
        Patience.until(
                SOON,
                "every document was looked at",
                () -> count("select count(*) from archive.document d where verified_at is null"
                                + " and not exists (select from archive.damage x where x.document_id = d.id)")
                        == 0);
    }

    /** Until the patrol has had two more chances. */
    private static void awaitSlices() {
        for (int slice = 0; slice < 2; slice++) {
            long before = successes();
            Patience.until(SOON, "another slice", () -> successes() > before);
        }
    }

    private static long successes() {
        return count("select (extract(epoch from last_success) * 1000)::bigint from archive.scheduled_tasks"
                + " where task_name = 'fixity'");
    }

    private static long count(String sql) {
        long[] count = {-1};
        book.query(sql, row -> count[0] = row.getLong(1));
        return count[0];
    }

    private static long sealedBytes() {
        return count("select sum(sealed_length) from archive.document");
    }

    private static Instant newestVerified() {
        List<Instant> newest = new ArrayList<>();
        book.query(
                "select max(verified_at) from archive.document",
                row -> newest.add(row.getTimestamp(1).toInstant()));
        return newest.get(0);
    }

    /** What is known to be damaged, by its fate. */
    private static Map<String, String> damages() {
        Map<String, String> byId = new TreeMap<>();
        book.query(
                "select document_id, kind, object from archive.damage",
                row -> byId.put(row.getString(1), row.getString(2) + " " + row.getString(3)));
        Map<String, String> damages = new TreeMap<>();
        PAPERS.forEach((fate, id) -> {
            if (byId.containsKey(id)) {
                damages.put(fate, byId.get(id));
            }
        });
        assertThat(damages).hasSameSizeAs(byId);
        return damages;
    }

    private static String pieceOf(String fate, int segment) {
        UUID[] version = new UUID[1];
        book.query(
                "select version_id from archive.document where " + is(fate),
                row -> version[0] = row.getObject(1, UUID.class));
        return version[0] + "/original/" + segment;
    }

    private static Path file(String fate, int segment) {
        String piece = pieceOf(fate, segment);
        return COPY.keySet().stream()
                .filter(file -> file.endsWith(piece))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytesOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String serverLog() throws IOException {
        StringBuilder text = new StringBuilder();
        try (var files = Files.walk(archive.home().resolve("log"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private static List<String> warnings() {
        JsonObject health =
                archive.management().get("/health/ready").require(200).json();
        return health.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals("archive"))
                .flatMap(check -> Arrays.stream(
                        check.getJsonObject("data").getString("warnings").split(" ")))
                .toList();
    }

    private static double damagedMetric(String copy) {
        return metric("muhafiz_fixity_damaged\\{[^}]*bring_back=\"" + copy + "\"[^}]*}");
    }

    private static double metric(String line) {
        String metrics = archive.management().get("/metrics").require(200).text();
        Matcher found =
                Pattern.compile("(?m)^" + line + "(?:\\{[^}]*})? (\\S+)$").matcher(metrics);
        assertThat(found.find()).as("%s in%n%s", line, metrics).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
