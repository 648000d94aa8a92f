package muhafiz.itest.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.load.ChangedConfig;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.proof.tree.CompactRange;
import muhafiz.proof.tree.TreeHash;
import muhafiz.stand.Part;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;
import org.junit.jupiter.api.Test;

/** An archive whose log somebody else watches. */
class WitnessedLogIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path HOME = RunningArchive.homeOf("rolled-back");
    private static final Path WITNESS = RunningArchive.homeOf("rolled-back-witness");

    private WitnessHouse witness;

    @Test
    void aWitnessCosignsIsWaitedForByNobodyAndKeepsARolledBackArchiveShut() throws Exception {
        PrivateFiles.remove(WITNESS);
        try (WitnessHouse house = WitnessHouse.open(WITNESS)) {
            witness = house;
            introduceTheLog();
            liveWatched();
            assertThatThrownBy(() -> RunningArchive.open(HOME, this::watched).close())
                    .hasMessageContaining("stays shut")
                    .hasMessageContaining("shown further");
        }
    }

    private void liveWatched() throws IOException {
        try (RunningArchive archive = RunningArchive.open(HOME, this::watched)) {
            Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Şahidli"));
            Patience.until(SOON, "cosigned", () -> isCosigned(archive));

            witness.kill();
            archive.portal().uploaded(lodged, "passport", Sample.pdf("while the witness is away"));
            Patience.until(SOON, "warned of", () -> ready(archive).contains("witness-silent:witness.example"));
            assertThat(isCosigned(archive)).isFalse();
            archive.management().get("/health/ready").require(200);

            witness.restart();
            archive.portal().uploaded(lodged, "passport", Sample.pdf("when it is back"));
            Patience.until(SOON, "cosigned again", () -> isCosigned(archive));
            rollBack(archive);
        }
    }

    /** The witness has to know the log's key, which the archive makes at its first start. */
    private void introduceTheLog() {
        try (RunningArchive archive = RunningArchive.start("rolled-back")) {
            witness.watch(VerifierKey.parse(
                    archive.stranger().get("/log/vkey").require(200).text().strip()));
        }
    }

    private StandSettings watched(StandSettings settings) {
        ChangedConfig config = ChangedConfig.of(settings, HOME.resolveSibling("rolled-back-config"))
                .with("archive.properties", "log.witness.url=\n", "log.witness.url=" + witness.address() + "\n")
                .with(
                        "archive.properties",
                        "log.witness.vkey=\n",
                        "log.witness.vkey=" + witness.key().vkey() + "\n");
        return settings.withConfig(config.folder());
    }

    private boolean isCosigned(RunningArchive archive) {
        return SignedNote.parse(
                        archive.stranger().get("/log/checkpoint").require(200).text())
                .signedBy(List.of(witness.key()))
                .equals(Set.of(witness.key()));
    }

    private static String ready(RunningArchive archive) {
        return archive.management().get("/health/ready").text();
    }

    /** As whoever is superuser and owns the disk would make forget the last entries: rows, tiles and checkpoints. */
    private static void rollBack(RunningArchive archive) throws IOException {
        archive.stand().stop(Part.SERVER);
        LogBook book = LogBook.bySuperuser(archive);
        long[] size = new long[1];
        book.query("select min(size) from archive.log_checkpoint", row -> size[0] = row.getLong(1));
        List<TreeHash> kept = new ArrayList<>();
        book.query(
                "select leaf_hash from archive.log_index order by seq limit " + size[0],
                row -> kept.add(new TreeHash(row.getBytes(1))));
        CompactRange range = CompactRange.EMPTY.append(kept).range();
        book.execute("""
                begin;
                set local session_replication_role = replica;
                delete from archive.log_entry where seq >= %1$d;
                delete from archive.log_index where seq >= %1$d;
                delete from archive.log_checkpoint where size > %1$d;
                update archive.log_lease set holder = null;
                update archive.log_head set size = %1$d, root = '\\x%2$s', frontier = '\\x%3$s';
                commit""".formatted(size[0], range.root(), HexFormat.of().formatHex(range.encoded())));
        PrivateFiles.remove(archive.home().resolve("objects/muhafiz/log"));
    }
}
