package muhafiz.itest.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.stand.home.PrivateFiles;

/**
 * Somebody with {@code muhafiz-verify.jar}, the log's key, and a folder for what was handed out. Not for use by several threads.
 *
 * @param folder made anew
 */
public record Outsider(RunningArchive archive, Path folder) {
    private static final Path JAR =
            Path.of("../verify/target/muhafiz-verify.jar").toAbsolutePath();

    /** What the program said. */
    public record Said(int code, String words) {
        public Said require(int expected) {
            if (code != expected) {
                throw new AssertionError("exit code " + code + ": " + words);
            }
            return this;
        }
    }

    public static Outsider of(RunningArchive archive, String name) {
        Path folder = Path.of("target", "outsiders", name).toAbsolutePath();
        try {
            PrivateFiles.remove(folder);
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Outsider outsider = new Outsider(archive, folder);
        outsider.keep("vkey", archive.stranger().get("/log/vkey").require(200).body());
        outsider.keep("login", ("auditor:" + archive.passwordOf("auditor") + "\n").getBytes(StandardCharsets.UTF_8));
        return outsider;
    }

    /** A file of this content. @return its path */
    public String keep(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mirrors the log, entries too, and checks all of it; goes on where it stopped. */
    public Said downloads() {
        return verify(
                "download",
                archive.api().resolve("/log").toString(),
                mirror(),
                "--entries",
                "--login",
                folder.resolve("login").toString(),
                "--purpose",
                "P-OVERSIGHT");
    }

    /** Where the log is mirrored. */
    public String mirror() {
        return folder.resolve("mirror").toString();
    }

    /** One run of the program, which trusts the key that was kept first. */
    public Said verify(String... command) {
        List<String> line = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-jar", JAR.toString()));
        line.addAll(List.of(command));
        line.addAll(List.of("--vkey", folder.resolve("vkey").toString()));
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
