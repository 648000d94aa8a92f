package muhafiz.service.checkpoint;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muhafiz.stand.Checkout;
import muhafiz.stand.Stand;
import muhafiz.stand.schema.Database;

/** A {@link SequencingNode} in a process of its own. */
final class NodeProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    private NodeProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.US_ASCII);
        this.in = process.outputWriter(StandardCharsets.US_ASCII);
    }

    static NodeProcess start(Stand stand, Path signatures) throws IOException {
        Database database = stand.appDatabase();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                SequencingNode.class.getName()));
        command.addAll(List.of(database.url(), database.user(), database.password()));
        command.addAll(
                List.of(stand.objects().toString(), secret(stand, "s3-access-key"), secret(stand, "s3-secret-key")));
        command.add(signatures.toString());
        NodeProcess node = new NodeProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        node.expect("READY");
        return node;
    }

    /** The archive's own libraries before those of the stand. */
    private static String classPath() {
        Path libraries = Checkout.find().root().resolve("ear/target/muhafiz/lib");
        return Path.of("target", "test-classes").toAbsolutePath()
                + File.pathSeparator
                + libraries.resolve("*")
                + File.pathSeparator
                + System.getProperty("java.class.path");
    }

    private static String secret(Stand stand, String name) throws IOException {
        return Files.readString(stand.home().resolve("secrets").resolve(name)).strip();
    }

    /** One cycle to its end; what the node says of it. */
    String cycle() {
        say("cycle 0");
        return expect("DONE");
    }

    /** Begins a cycle and returns when the node stands before that step; false where the cycle was over sooner. */
    boolean cycleUpTo(int step) {
        say("cycle " + step);
        return line().startsWith("AT");
    }

    /** It goes on from where it stands, to the end of the cycle. */
    String goOn() {
        say("go");
        return expect("DONE");
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void say(String line) {
        try {
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String expect(String word) {
        String line = line();
        if (!line.startsWith(word)) {
            throw new IllegalStateException("the node said " + line + " in place of " + word);
        }
        return line;
    }

    private String line() {
        try {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("the node is gone");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
