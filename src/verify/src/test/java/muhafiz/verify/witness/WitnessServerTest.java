package muhafiz.verify.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.proof.tlog.WitnessRequest;
import muhafiz.verify.check.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessServerTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));

    @TempDir
    private Path temp;

    private final TestLog log = new TestLog().grow(3);

    private record Said(int code, String text) {}

    private static Said run(String... line) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            int code = WitnessProgram.run(List.of(line), out, NOON);
            return new Said(code, bytes.toString(StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void aWitnessMakesItsKeyOnceAndKeepsItToItself() throws IOException {
        String folder = temp.resolve("witness").toString();

        var made = run("init", folder, "--name", "witness.example");

        assertThat(VerifierKey.parse(made.text()).kind()).isEqualTo(VerifierKey.Kind.COSIGNATURE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(folder, "key"))))
                .isEqualTo("rw-------");
        assertThat(run("init", folder, "--name", "witness.example").code()).isEqualTo(2);
        try (var key = WitnessKey.read(Path.of(folder, "key"))) {
            assertThat(key.key().vkey()).isEqualTo(made.text());
        }
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        String folder = temp.resolve("witness").toString();
        run("init", folder, "--name", "witness.example");
        Files.setPosixFilePermissions(Path.of(folder, "key"), PosixFilePermissions.fromString("rw-r-----"));

        assertThat(run("serve", folder).text()).contains("0600");
    }

    @Test
    void aNameWithSpacesIsRefused() {
        assertThat(run("init", temp.resolve("witness").toString(), "--name", "a b")
                        .code())
                .isEqualTo(2);
        assertThat(temp.resolve("witness/key")).doesNotExist();
    }

    @Test
    void itAnswersOverHttpAsTheSpecificationSays() throws Exception {
        Files.writeString(
                temp.resolve("logs"), "# the archive\n" + log.signer().key().vkey() + "\n");
        WitnessKey.create(temp.resolve("key"), "witness.example");
        try (var cosigner = WitnessKey.read(temp.resolve("key"));
                var server = WitnessServer.start(
                        new Witness(cosigner, () -> WitnessProgram.logs(temp.resolve("logs")), new Seen(temp), NOON),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            String body = new WitnessRequest(0, List.of(), log.note()).asText();

            var cosigned = post(server, body);
            var again = post(server, body);
            var tooLong = post(server, "x".repeat(300_000));

            assertThat(cosigned.statusCode()).isEqualTo(200);
            assertThat(cosigned.body()).startsWith("— witness.example ").endsWith("\n");
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
            assertThat(again.body()).isEqualTo("3\n");
            assertThat(tooLong.statusCode()).isEqualTo(413);
            assertThat(get(server, "/" + Seen.nameOf(TestLog.ORIGIN) + "/checkpoint")
                            .body())
                    .contains(cosigned.body());
            assertThat(get(server, "/key").statusCode()).isEqualTo(404);
            assertThat(get(server, "/../key").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> post(WitnessServer server, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.address().resolve("/add-checkpoint"))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(WitnessServer server, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.address().resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
