package muhafiz.itest.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.itest.disk.Secrets;
import muhafiz.itest.kill.SystemCalls.Call;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.Patience;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;
import muhafiz.itest.stand.WatchedProcesses;
import muhafiz.stand.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A receipt leaves only after ciphertext, key, row and log entry are durable. A kill cannot show a sync that is missing, since the kernel
 * keeps what was written; the order of system calls can.
 */
class DurableBeforeTheReceiptIT {
    private static final String WAL = "/pg_wal/";
    private static final String RECEIPT = "HTTP/1.1 201";

    private static RunningArchive archive;
    private static Lodged lodged;

    @BeforeAll
    static void start() {
        assumeTrue(WatchedProcesses.canBeWatched(), "strace is not installed: the order of syncs was NOT looked at");
        archive = RunningArchive.start("durable");
        lodged = archive.portal().lodge(Forms.workPermit("RD-1", "Davamlı"));
        upload(); // the first of everything makes more keys than one
    }

    @AfterAll
    static void stop() {
        if (archive != null) {
            archive.close();
        }
    }

    @Test
    void fileAndFolderAreSyncedBeforeTheStoreAnswersAndTheWalBeforeTheReceiptLeaves() throws Exception {
        List<Call> calls = watchAnUpload("durable.txt");

        Call receipt = receiptOf(calls);
        Call stored = SystemCalls.last(calls, call -> isOf(Part.OBJECTS, call) && call.says("HTTP/1.1 200"));
        String objects = archive.home().resolve("objects").toString();
        List<Call> syncs = calls.stream()
                .filter(call -> call.isSyncOf("<" + objects) && call.done() < stored.asked())
                .toList();
        assertThat(syncs)
                .as("syncs below the bucket")
                .anyMatch(DurableBeforeTheReceiptIT::isFolder)
                .anyMatch(call -> !isFolder(call));
        assertThat(stored.asked()).isLessThan(receipt.asked());
        assertThat(walSyncsWithin(calls, stored, receipt)).isNotEmpty();
    }

    @Test
    void aDatabaseThatDoesNotSyncIsSeen() throws Exception {
        commitsAreSynchronous("off");
        try {
            List<Call> calls = watchAnUpload("careless.txt");

            Call stored = SystemCalls.last(calls, call -> isOf(Part.OBJECTS, call) && call.says("HTTP/1.1 200"));
            assertThat(walSyncsWithin(calls, stored, receiptOf(calls))).isEmpty();
        } finally {
            commitsAreSynchronous("on");
        }
    }

    /** Answers what all parts did from before the upload until after its receipt. */
    private static List<Call> watchAnUpload(String name) throws IOException {
        Path output = Files.createDirectories(Path.of("target", "strace").toAbsolutePath())
                .resolve(name);
        try (SystemCalls calls = SystemCalls.of(everybody(), output)) {
            upload();
            return calls.seen();
        }
    }

    private static void upload() {
        send().require(201);
    }

    private static Answer send() {
        return archive.portal().upload(lodged, "passport", Sample.pdf("paper " + UUID.randomUUID()));
    }

    private static Call receiptOf(List<Call> calls) {
        return SystemCalls.last(calls, call -> isOf(Part.SERVER, call) && call.says(RECEIPT));
    }

    /** Syncs of the WAL by those who commit, asked after the one call and done before the other. */
    private static List<Call> walSyncsWithin(List<Call> calls, Call after, Call before) {
        Set<Long> others = backgroundWriters();
        return calls.stream()
                .filter(call -> call.isSyncOf(WAL) && !others.contains(call.process()))
                .filter(call -> call.asked() > after.asked() && call.done() < before.asked())
                .toList();
    }

    /** Who writes the WAL for other reasons than that somebody commits. */
    private static Set<Long> backgroundWriters() {
        Set<Long> writers = new TreeSet<>();
        for (long process : archive.family(Part.DATABASE)) {
            if (title(process).matches(".*(walwriter|checkpointer|background writer).*")) {
                writers.add(process);
            }
        }
        return writers;
    }

    private static String title(long process) {
        try {
            return Files.readString(Path.of("/proc/" + process + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    private static boolean isFolder(Call call) {
        String path = call.said().replaceAll(".*<([^>]*)>.*", "$1");
        return Files.isDirectory(Path.of(path));
    }

    private static boolean isOf(Part part, Call call) {
        return Files.isDirectory(Path.of("/proc/" + archive.stand().pid(part) + "/task/" + call.process()));
    }

    private static List<Long> everybody() {
        List<Long> everybody = new ArrayList<>();
        for (Part part : Part.values()) {
            everybody.addAll(archive.family(part));
        }
        return everybody;
    }

    /** For the archive's role, from its next session on; sessions are ended so that it begins one. */
    private static void commitsAreSynchronous(String onOrOff) throws SQLException {
        String role = archive.stand().appDatabase().user();
        try (Connection connection = new Secrets(archive).superuser().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + role + " set synchronous_commit = " + onOrOff);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + role + "'");
        }
        Patience.until(Duration.ofMinutes(1), "the archive takes documents in again", () -> send().status() == 201);
    }
}
