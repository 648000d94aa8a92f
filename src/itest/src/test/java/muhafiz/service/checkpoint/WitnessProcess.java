package muhafiz.service.checkpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muhafiz.proof.tlog.VerifierKey;

/** The witness as somebody else runs it: {@code muhafiz-verify witness}, in a process of its own. */
final class WitnessProcess implements AutoCloseable {
    private final Process process;
    private final String address;

    private WitnessProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Makes a witness that watches these logs; its key. */
    static VerifierKey init(Path folder, String vkeys) throws IOException {
        Process made = begin("init", folder, "--name", "witness.example/w1");
        try (BufferedReader out = made.inputReader(StandardCharsets.UTF_8)) {
            VerifierKey key = VerifierKey.parse(out.readLine());
            Files.writeString(folder.resolve("logs"), vkeys);
            return key;
        }
    }

    static WitnessProcess serve(Path folder, int port) throws IOException {
        Process process = begin("serve", folder, "--port", Integer.toString(port));
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (line == null || !line.startsWith("The witness is ready")) {
            throw new IllegalStateException("the witness says " + line);
        }
        return new WitnessProcess(process, "http://127.0.0.1:" + port);
    }

    private static Process begin(String verb, Path folder, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "muhafiz.verify.Verify",
                "witness",
                verb,
                folder.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    String address() {
        return address;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
