package muhafiz.itest.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import muhafiz.itest.access.LogBook;
import muhafiz.itest.load.ChangedConfig;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.stand.StandSettings;
import muhafiz.stand.home.PrivateFiles;
import org.junit.jupiter.api.Test;

/** An archive whose log somebody else watches. */
class WitnessedLogIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path HOME = RunningArchive.homeOf("rolled-back");
    private static final Path WITNESS = RunningArchive.homeOf("rolled-back-witness");
    private static final Path COPY = RunningArchive.homeOf("rolled-back-copy");
    /** Each of them is at least two entries, more than a start writes. */
    private static final int UPLOADS = 12;

    private WitnessHouse witness;
    private Outsider outsider;
    private String kept;

    @Test
    void aWitnessCosignsIsWaitedForByNobodyAndKeepsAnArchiveShutWhoseDataWerePutBack() throws Exception {
        PrivateFiles.remove(WITNESS);
        try (WitnessHouse house = WitnessHouse.open(WITNESS)) {
            witness = house;
            PrivateFiles.remove(HOME);
            liveWatched();
            PrivateFiles.remove(COPY);
            copy(HOME, COPY);
            growBeyondTheCopy();
            PrivateFiles.remove(HOME);
            copy(COPY, HOME);

            assertThatThrownBy(() -> RunningArchive.open(HOME, this::watched).close())
                    .hasMessageContaining("stays shut")
                    .hasMessageContaining("shown further");
        }
        requireSeenByWhoeverKeptACheckpoint();
    }

    private void growBeyondTheCopy() {
        try (RunningArchive archive = RunningArchive.open(HOME, this::watched)) {
            Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Geridə"));
            for (int i = 0; i < UPLOADS; i++) {
                archive.portal().uploaded(lodged, "passport", Sample.pdf("not in the copy " + i));
            }
            Patience.until(SOON, "every entry is shown", () -> isCosigned(archive) && size(archive) == placed(archive));
            outsider = Outsider.of(archive, "rolled-back");
            kept = outsider.keep("kept", checkpoint(archive));
        }
    }

    /** Without its witness the archive cannot know; the program does. */
    private void requireSeenByWhoeverKeptACheckpoint() {
        try (RunningArchive archive = RunningArchive.open(HOME, settings -> settings)) {
            Outsider now = new Outsider(archive, outsider.folder());
            now.downloads().require(0);

            assertThat(now.verify("consistency", kept, now.mirror() + "/checkpoint", "--log", now.mirror())
                            .require(1)
                            .words())
                    .contains("cut or rolled back");
        }
    }

    private static byte[] checkpoint(RunningArchive archive) {
        return archive.stranger().get("/log/checkpoint").require(200).body();
    }

    private static long size(RunningArchive archive) {
        SignedNote note = SignedNote.parse(new String(checkpoint(archive), StandardCharsets.UTF_8));
        return Checkpoint.parse(note.text()).size();
    }

    private static long placed(RunningArchive archive) {
        long[] size = new long[1];
        LogBook.of(archive).query("select size from archive.log_head", row -> size[0] = row.getLong(1));
        return size[0];
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private void liveWatched() {
        try (RunningArchive archive = RunningArchive.open(HOME, this::watched)) {
            introduceTo(archive);
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
        }
    }

    /** The witness has to know the log's key, which the archive makes at its first start; until then it is only warned of. */
    private void introduceTo(RunningArchive archive) {
        assertThat(isCosigned(archive)).isFalse();
        witness.watch(VerifierKey.parse(
                archive.stranger().get("/log/vkey").require(200).text().strip()));
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
}
