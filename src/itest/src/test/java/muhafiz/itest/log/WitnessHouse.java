package muhafiz.itest.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import muhafiz.proof.tlog.Cosigner;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.proof.tlog.WitnessRequest;
import muhafiz.proof.tree.Sha256;

/** The witness program in a process of its own, as another house would run it. */
final class WitnessHouse implements AutoCloseable {
    private static final String READY = "The witness is ready: ";

    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;
    private URI address;

    private WitnessHouse(Path folder, int port) {
        this.folder = folder;
        this.process = start(port);
        this.address = awaitReady();
    }

    /** @param folder made anew */
    static WitnessHouse open(Path folder) {
        VerifierJar.Ended made = VerifierJar.run("witness", "init", folder, "--name", "witness.example");
        if (made.code() != 0) {
            throw new IllegalStateException(made.words());
        }
        return new WitnessHouse(folder, 0);
    }

    private Process start(int port) {
        List<String> command = new ArrayList<>(VerifierJar.command());
        command.addAll(List.of("witness", "serve", folder.toString(), "--port", Integer.toString(port)));
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI awaitReady() {
        try {
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            if (line == null || !line.startsWith(READY)) {
                throw new IllegalStateException("the witness says " + line);
            }
            return URI.create(line.substring(READY.length()).split(" ")[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL, and up again on the same port. */
    void killAndRestart() {
        kill();
        restart();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Up again on the same port. */
    void restart() {
        process = start(address.getPort());
        address = awaitReady();
    }

    URI address() {
        return address;
    }

    /** The name and key it signs with. */
    VerifierKey key() {
        try {
            String[] lines = Files.readString(folder.resolve("key")).split("\n");
            try (var cosigner = new Cosigner(lines[0], HexFormat.of().parseHex(lines[1]))) {
                return cosigner.key();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on it knows this log. */
    void watch(VerifierKey log) {
        try {
            Files.writeString(folder.resolve("logs"), log.vkey() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest checkpoint of a log that it has cosigned; the text of an error where there is none. */
    String newest(String origin) {
        String name = HexFormat.of().formatHex(Sha256.of(origin.getBytes(StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(address.resolve("/" + name + "/checkpoint"))
                        .build())
                .body();
    }

    SignedNote newestNote(String origin) {
        return SignedNote.parse(newest(origin));
    }

    int add(WitnessRequest request) {
        return send(HttpRequest.newBuilder(address.resolve("/add-checkpoint"))
                        .POST(HttpRequest.BodyPublishers.ofString(request.asText()))
                        .build())
                .statusCode();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
