package muhafiz.itest.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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

/** An archive whose log a witness in another process watches. */
record Witnessed(RunningArchive archive, WitnessHouse witness, Path scratch) implements AutoCloseable {
    static final String ORIGIN = "muhafiz.example";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final AtomicInteger FILES = new AtomicInteger();

    static Witnessed start(String name) {
        Path scratch = RunningArchive.homeOf(name + "-outside");
        WitnessHouse witness = WitnessHouse.open(fresh(scratch).resolve("witness"));
        var archive = RunningArchive.start(name, settings -> watched(settings, witness, scratch));
        var started = new Witnessed(archive, witness, scratch);
        witness.watch(started.vkey());
        return started;
    }

    private static Path fresh(Path folder) {
        try {
            PrivateFiles.remove(folder);
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StandSettings watched(StandSettings settings, WitnessHouse witness, Path scratch) {
        return settings.withConfig(ChangedConfig.of(settings, scratch.resolve("config"))
                .with("archive.properties", "log.origin=muhafiz.local/log", "log.origin=" + ORIGIN)
                .with("archive.properties", "log.witness.url=", "log.witness.url=" + witness.address())
                .with(
                        "archive.properties",
                        "log.witness.vkey=",
                        "log.witness.vkey=" + witness.key().vkey())
                .folder());
    }

    /** The same archive on data that were put there; its witness has stayed. */
    Witnessed reopened() {
        return new Witnessed(
                RunningArchive.open(archive.home(), settings -> settings.withConfig(scratch.resolve("config"))),
                witness,
                scratch);
    }

    VerifierKey vkey() {
        return VerifierKey.parse(
                archive.stranger().get("/log/vkey").require(200).text().strip());
    }

    /** The checkpoint that the archive shows. */
    SignedNote shown() {
        return SignedNote.parse(
                archive.stranger().get("/log/checkpoint").require(200).body());
    }

    static long sizeOf(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    /** A document that arrived, read so often that the log has at least so many entries. */
    String busy(int entries) {
        Lodged lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Həsənova"));
        String id = archive.portal().uploaded(lodged, "passport", Sample.pdf("witnessed"));
        while (sizeOf(shown()) < entries) {
            archive.staff("officer").describe(id, "P-SERVICE").require(200);
        }
        return id;
    }

    /** The newest checkpoint, in a file, once it is both shown and cosigned, and of at least this size. */
    Path cosigned(long atLeast) {
        SignedNote note = Patience.until(SOON, this::newestCosigned, seen -> sizeOf(seen) >= atLeast);
        return write("cosigned-" + sizeOf(note), note.encoded());
    }

    private SignedNote newestCosigned() {
        try {
            return witness.newestNote(ORIGIN);
        } catch (IllegalArgumentException notYet) {
            return shown();
        }
    }

    Path write(String name, byte[] content) {
        try {
            return Files.write(scratch.resolve(name + "." + FILES.incrementAndGet()), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mirrors the log with its entries, as the auditor. @return a new folder */
    Path download() {
        Path folder = scratch.resolve("mirror-" + FILES.incrementAndGet());
        VerifierJar.Ended ended = download(folder, true);
        if (ended.code() != 0) {
            throw new AssertionError(ended.words());
        }
        return folder;
    }

    VerifierJar.Ended download(Path folder, boolean withEntries) {
        Path login = write("login", ("auditor:" + archive.passwordOf("auditor")).getBytes());
        var words = Stream.of("download", archive.api().resolve("/log"), folder, "--vkey", vkey().vkey());
        return VerifierJar.run(
                withEntries
                        ? Stream.concat(words, Stream.of("--entries", "--login", login, "--purpose", "P-OVERSIGHT"))
                                .toArray()
                        : words.toArray());
    }

    /** {@code log FOLDER} with the log's own key, and more words. */
    VerifierJar.Ended check(Path folder, Object... more) {
        return VerifierJar.run(Stream.concat(
                        Stream.of(
                                "log",
                                folder,
                                "--vkey",
                                vkey().vkey(),
                                "--witness",
                                witness.key().vkey(),
                                "--required",
                                0),
                        List.of(more).stream())
                .toArray());
    }

    @Override
    public void close() {
        archive.close();
        witness.close();
    }
}
