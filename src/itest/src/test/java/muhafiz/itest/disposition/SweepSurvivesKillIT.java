package muhafiz.itest.disposition;

import static muhafiz.itest.disposition.RetiringHouse.items;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import muhafiz.domain.clause.Clause;
import muhafiz.itest.access.Bucket;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.Sample;
import muhafiz.proof.paper.DestructionAct;
import muhafiz.stand.Part;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A sweep that is killed again and again. With {@code -Dmuhafiz.sweep=5000} it is the full number of the promise; by itself it is one
 * that a build can wait for.
 */
@ExtendWith(RetiringHouses.class)
class SweepSurvivesKillIT {
    private static final int DOCUMENTS = Integer.getInteger("muhafiz.sweep", 120);
    private static final int TO_A_CASE = 12;
    private static final int CLIENTS = 16;
    private static final int KILLS = 2;
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration SWEPT_WITHIN = Duration.ofMinutes(15);
    private static final long SEED = System.nanoTime();

    @Test
    @DisplayName(
            "AD-6: a crash in the sweep: it resumes, no record is half destroyed, each once in the log, the act lists exactly them")
    @Clause("STO-3")
    void aSweepThatIsKilledAtRandomPointsResumes(RetiringHouse house) throws Exception {
        Random chance = new Random(SEED);
        Set<String> dying = dying(house);
        Set<String> versions = versions(house, dying);
        LogBook.Mark mark = house.book().mark();
        JsonObject disposition = house.proposed("RC-WP");
        house.approve(disposition, "records2").require(200);
        house.approve(disposition, "dpo").require(200);

        for (int kill = 0; kill < KILLS; kill++) {
            int left = chance.nextInt(dying.size());
            Patience.until(
                    SWEPT_WITHIN,
                    "no more than " + left + " documents are left (seed " + SEED + ")",
                    () -> Integer.parseInt(house.text("select count(*) from archive.document where id in ('"
                                    + String.join("','", dying) + "')"))
                            <= left);
            house.archive().stand().kill(Part.SERVER);
            house.archive().stand().awaitReady(Part.SERVER, READY_WITHIN);
        }
        JsonObject ended = house.awaitEnded(disposition);

        assertThat(items(ended)).allMatch(item -> item.getString("state").equals("destroyed"));
        DestructionAct.Signed act = DestructionAct.parse(house.act(ended).text());
        act.requireWhole();
        assertThat(act.act().items().stream()
                        .filter(taken -> taken.item().kind().equals("document"))
                        .map(taken -> taken.item().id().toString()))
                .containsExactlyInAnyOrderElementsOf(dying);
        // Passports speak of nobody but the applicant, so each has one entry; the cases stay.
        assertThat(mark.allSince().stream()
                        .filter(leaf -> leaf.publicPart().rule().equals("archive.destruction"))
                        .filter(leaf -> leaf.publicPart().action().equals("shred")))
                .as("entries that a document was destroyed")
                .hasSameSizeAs(dying);
        assertThat(Bucket.of(house.archive()).documents())
                .noneMatch(file ->
                        versions.stream().anyMatch(version -> file.toString().contains(version)));
        assertThat(house.text("select count(*) from archive.ghost where kind = 'document' and id in ('"
                        + String.join("','", dying) + "')"))
                .isEqualTo(Integer.toString(dying.size()));
    }

    /** Several bring them at once: each waits for its place in the log. */
    private static Set<String> dying(RetiringHouse house) throws Exception {
        Set<String> dying = new TreeSet<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<List<String>>> cases = new ArrayList<>();
            for (int first = 0; first < DOCUMENTS; first += TO_A_CASE) {
                int from = first;
                Lodged lodged = house.lodge("Süpürülən");
                cases.add(() -> uploaded(house, lodged, from));
            }
            for (Future<List<String>> one : clients.invokeAll(cases)) {
                dying.addAll(one.get());
            }
        } finally {
            clients.shutdownNow();
        }
        house.pass("archive.document", "id in ('" + String.join("','", dying) + "')");
        return dying;
    }

    private static List<String> uploaded(RetiringHouse house, Lodged lodged, int from) {
        return IntStream.range(from, Math.min(DOCUMENTS, from + TO_A_CASE))
                .mapToObj(i -> house.archive().portal().uploaded(lodged, "passport", Sample.pdf("swept " + i)))
                .toList();
    }

    private static Set<String> versions(RetiringHouse house, Set<String> documents) {
        return new TreeSet<>(
                List.of(house.text("select string_agg(version_id::text, ' ') from archive.document where id in ('"
                                + String.join("','", documents) + "')")
                        .split(" ")));
    }
}
