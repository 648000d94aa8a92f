package muhafiz.itest.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import muhafiz.itest.access.Bucket;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.stand.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Killed in the middle of it, a destruction goes on; nothing that lives is lost, and nothing is half destroyed. */
class DestructionSurvivesKillIT {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int DOCUMENTS = 20;
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private static RunningArchive archive;

    @BeforeAll
    static void start() {
        archive = RunningArchive.start("destruction-killed");
    }

    @AfterAll
    static void stop() {
        archive.close();
    }

    @ParameterizedTest
    @CsvSource({"SERVER, 300", "SERVER, 900", "OBJECTS, 500", "DATABASE, 500"})
    void aDestructionGoesOnWhereItWasKilled(Part part, long after) throws Exception {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Yarimciqova"));
        Sample living = Sample.pdf("lives " + part + after);
        String kept = archive.portal().uploaded(lodged, "passport", living);
        List<String> dying = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            dying.add(archive.portal().uploaded(lodged, "passport", Sample.pdf("dies " + part + after + " " + i)));
        }
        String versions = versionsOf(dying);

        UUID order = Orders.of(archive)
                .order("select 'document', id from archive.document where id in ('" + String.join("','", dying) + "')");
        Thread.sleep(after);
        archive.stand().kill(part);
        archive.stand().awaitReady(part, READY_WITHIN);
        archive.stand().awaitReady(Part.SERVER, READY_WITHIN);
        Orders.of(archive).awaitCarriedOut(order);

        assertThat(archive.staff("officer")
                        .content(kept, "P-SERVICE")
                        .require(200)
                        .body())
                .isEqualTo(living.bytes());
        dying.forEach(document ->
                archive.staff("officer").content(document, "P-SERVICE").require(404));
        assertThat(Orders.of(archive).text("select count(*) from archive.ghost where order_id = '" + order + "'"))
                .isEqualTo(Integer.toString(DOCUMENTS));
        assertThat(Bucket.of(archive).documents())
                .noneMatch(file -> versions.contains(
                        file.getParent().getParent().getFileName().toString()));
        // 503 index-rebuilding for a while, where the database was killed
        Patience.until(
                SOON,
                () -> archive.portal().upload(lodged, "photo", Sample.jpeg("after " + part + after)),
                answer -> answer.status() == 201);
    }

    private static String versionsOf(List<String> documents) {
        return Orders.of(archive)
                .text("select string_agg(version_id::text, ' ') from archive.document where id in ('"
                        + String.join("','", documents) + "')");
    }
}
