package muhafiz.stand.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muhafiz.stand.child.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill cannot show a missing fsync: this looks at the system calls. */
class SyncedBeforeAnswerTest {
    @TempDir
    Path folder;

    @Test
    void fileAndFoldersAreOnDiskBeforeTheStoreAnswers() throws Exception {
        assumeTrue(SystemCalls.canBeSeen(), "strace is not here, or may not trace");
        int port = Ports.free();
        Process server = start(port);
        S3Client intake = new S3Client(URI.create("http://127.0.0.1:" + port), "id", "secret");

        intake.send("PUT", "/muhafiz/version/original/0", "first segment");
        intake.send("PUT", "/muhafiz/version/original/1", "second segment");
        server.descendants().forEach(ProcessHandle::destroy); // strace itself lets no signal end it
        server.waitFor();

        Path object = folder.resolve("objects/muhafiz/version/original/0");
        List<String> calls = SystemCalls.in(folder.resolve("calls"));
        int named = first(calls, 0, "rename", object.toString());
        int answered = first(calls, named, "write", "HTTP/1.1 200");
        assertThat(first(calls, named, "fsync", "<" + object + ">")).isBetween(named, answered);
        assertThat(first(calls, named, "fsync", "<" + object.getParent() + ">")).isBetween(named, answered);
        assertThat(first(calls, named, "fsync", "/muhafiz/version>")).isBetween(named, answered);
        assertThat(first(calls, named, "fsync", "/objects/muhafiz>")).isBetween(named, answered);
        int secondNamed = first(calls, answered, "rename", "original/1");
        int secondAnswered = first(calls, secondNamed, "write", "HTTP/1.1 200");
        assertThat(first(calls, secondNamed, "fsync", "original/1>")).isBetween(secondNamed, secondAnswered);
        assertThat(first(calls, secondNamed, "fsync", "/version/original>")).isBetween(secondNamed, secondAnswered);
    }

    private Process start(int port) throws Exception {
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("s3-access-key"), "id");
        Files.writeString(secrets.resolve("s3-secret-key"), "secret");
        Files.writeString(secrets.resolve("s3-destroy-access-key"), "other");
        Files.writeString(secrets.resolve("s3-destroy-secret-key"), "other-secret");
        List<String> command = new ArrayList<>(
                SystemCalls.recording(folder.resolve("calls"), "fsync,fdatasync,rename,renameat,link,write,writev"));
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), S3Server.class.getName()));
        command.addAll(List.of(
                Integer.toString(port),
                Files.createDirectories(folder.resolve("objects")).toString(),
                "muhafiz",
                secrets.toString()));
        Process server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        while (!Ports.answers(port)) {
            assertThat(server.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        return server;
    }

    private static int first(List<String> calls, int from, String call, String with) {
        for (int i = from; i < calls.size(); i++) {
            if (calls.get(i).startsWith(call) && calls.get(i).contains(with)) {
                return i;
            }
        }
        throw new AssertionError("no " + call + " with " + with + " after call " + from + " of " + calls.size());
    }
}
