package muhafiz.verify.witness;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.verify.line.Arguments;
import muhafiz.verify.line.UnreadableException;

/** The program of the witness; {@code package-info} says how it is called. */
public final class WitnessProgram {
    private static final long PORT = 8401;
    private static final int FAILED = 2;

    private WitnessProgram() {}

    /** @return the exit code: 0, or 2 where nothing could be done */
    public static int run(List<String> line, PrintStream out, InstantSource clock) {
        try {
            var arguments = new Arguments(line.toArray(String[]::new));
            String command = arguments.next("init or serve");
            Path folder = Path.of(arguments.next("the folder of the witness"));
            arguments.end();
            switch (command) {
                case "init" -> init(folder, arguments, out);
                case "serve" -> serve(folder, arguments, out, clock);
                default -> throw new UnreadableException("a witness can init and serve, not " + command);
            }
            return 0;
        } catch (UnreadableException | IOException | OverlappingFileLockException e) {
            out.println("not done: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static void init(Path folder, Arguments arguments, PrintStream out) throws IOException {
        String name = arguments.one("--name").orElseThrow(() -> new UnreadableException("--name names the witness"));
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            WitnessKey.create(folder.resolve("key"), name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()), e);
        }
        try (var cosigner = WitnessKey.read(folder.resolve("key"))) {
            out.println(cosigner.key().vkey());
        }
    }

    private static void serve(Path folder, Arguments arguments, PrintStream out, InstantSource clock)
            throws IOException, InterruptedException {
        var address = new InetSocketAddress(
                arguments.one("--bind").orElse("127.0.0.1"),
                arguments.number("--port").orElse(PORT).intValue());
        try (var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var cosigner = WitnessKey.read(folder.resolve("key"))) {
            if (lock.tryLock() == null) {
                throw new UnreadableException("another witness runs on " + folder);
            }
            var witness = new Witness(cosigner, () -> logs(folder.resolve("logs")), new Seen(folder), clock);
            try (var server = WitnessServer.start(witness, address)) {
                out.println("The witness is ready: " + server.address() + " "
                        + cosigner.key().vkey());
                new CountDownLatch(1).await();
            }
        }
    }

    /** The vkeys of the logs, one a line, none where there is no file; read anew at each request, so that a new key of a log needs no restart. */
    static List<VerifierKey> logs(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty() && !text.startsWith("#"))
                    .map(VerifierKey::parse)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableException(file + " is no list of vkeys", e);
        }
    }
}
