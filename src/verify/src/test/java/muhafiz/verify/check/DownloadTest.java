package muhafiz.verify.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tree.TreeHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    @TempDir
    private Path temp;

    private final TestLog log = new TestLog().grow(300);
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private Path served;
    private Path mirror;

    @BeforeEach
    void serve() throws IOException {
        served = log.write(temp.resolve("served"));
        mirror = temp.resolve("mirror");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/log/".length());
            asked.add(path);
            boolean closed = path.startsWith("tile/entries/") && !isAuditor(exchange);
            Path file = served.resolve(path);
            byte[] body = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
            int status = closed ? 401 : body.length == 0 ? 404 : 200;
            exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
            if (status == 200) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** "auditor:secret" in Base 64, by RFC 7617; and the purpose. */
    private static boolean isAuditor(HttpExchange exchange) {
        return "Basic YXVkaXRvcjpzZWNyZXQ=".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && "purpose=P-AUDIT&ref=A%2F1".equals(exchange.getRequestURI().getRawQuery());
    }

    private Spoken download(Object... more) {
        String prefix = "http://127.0.0.1:" + server.getAddress().getPort() + "/log/";
        var words = new ArrayList<Object>(
                List.of("download", prefix, mirror, "--vkey", log.signer().key().vkey()));
        words.addAll(List.of(more));
        return Spoken.of(words.toArray());
    }

    private Object[] asAuditor() {
        Path login = TestLog.put(temp, "login", "auditor:secret\n".getBytes());
        return new Object[] {"--entries", "--login", login, "--purpose", "P-AUDIT", "--ref", "A/1"};
    }

    @Test
    void theHashesOfALogAreThereForAnyone() {
        var spoken = download();

        assertThat(spoken.text()).contains("size: 300");
        assertThat(asked).noneMatch(path -> path.startsWith("tile/entries"));
        assertThat(Spoken.of(
                                "log",
                                mirror,
                                "--hashes-only",
                                "--vkey",
                                log.signer().key().vkey())
                        .code())
                .isZero();
    }

    @Test
    void theEntriesAreThereForTheAuditor() {
        assertThat(download("--entries").code()).isEqualTo(Checker.AWAY);
        assertThat(download(asAuditor()).code()).isZero();
        assertThat(Spoken.of("log", mirror, "--vkey", log.signer().key().vkey()).code())
                .isZero();
    }

    @Test
    void whatIsThereIsNotAskedForAgain() {
        download(asAuditor());
        asked.clear();
        log.grow(300);
        log.write(served);

        assertThat(download(asAuditor()).code()).isZero();
        assertThat(asked)
                .contains("checkpoint", "tile/0/001", "tile/entries/002.p/88")
                .doesNotContain("tile/0/000", "tile/entries/000");
    }

    @Test
    void aLogThatForkedDoesNotReplaceTheOlderOne() throws IOException {
        download(asAuditor());
        byte[] before = Files.readAllBytes(mirror.resolve("checkpoint"));
        byte[] other = log.entry(290);
        other[100] ^= 1;
        log.replace(290, other);
        log.grow(300);
        log.write(served);

        assertThat(download(asAuditor()).text()).startsWith("BROKEN at entries 0 to 299: fork");
        assertThat(Files.readAllBytes(mirror.resolve("checkpoint"))).isEqualTo(before);
    }

    @Test
    void aLogThatWasCutDoesNotReplaceTheLongerOne() throws IOException {
        download();
        byte[] before = Files.readAllBytes(mirror.resolve("checkpoint"));
        log.cutTo(290);
        log.write(served);

        assertThat(download().text()).startsWith("BROKEN at entry 290: cut");
        assertThat(Files.readAllBytes(mirror.resolve("checkpoint"))).isEqualTo(before);
    }

    @Test
    void aTileThatIsTooLongIsNotKept() throws IOException {
        Files.write(served.resolve("tile/0/000"), new byte[100_000]);

        assertThat(download().text()).contains("longer than 8192 bytes");
        assertThat(download().code()).isEqualTo(Checker.AWAY);
        assertThat(mirror.resolve("checkpoint")).doesNotExist();
        assertThat(mirror.resolve("tile/0/000")).doesNotExist();
    }

    @Test
    @Timeout(60)
    void anAnswerThatNeverEndsIsGivenUp() {
        var given = new CountDownLatch(1);
        server.createContext("/slow/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            given.countDown();
        });
        String prefix = "http://127.0.0.1:" + server.getAddress().getPort() + "/slow";
        var fetch = new Fetch(prefix, Optional.empty(), "", Duration.ofSeconds(1));

        assertThatThrownBy(fetch::checkpoint)
                .isInstanceOf(AwayException.class)
                .hasMessageContaining("did not answer wholly within PT1S");
        assertThat(given.getCount()).isZero();
    }

    @Test
    void aLogThatSaysToBeHugeIsAskedUntilItEnds() {
        var huge = new Checkpoint(TestLog.ORIGIN, Long.MAX_VALUE, new TreeHash(TestLog.filled(1)));
        var note = SignedNote.of(huge.text()).with(log.signer().sign(huge.text()));
        TestLog.put(served, "checkpoint", note.encoded());

        assertThat(download().text()).startsWith("BROKEN at entries 0 to 255: tile/1/000 is missing");
        assertThat(asked).containsExactly("checkpoint", "tile/0/000", "tile/0/001");
    }

    @Test
    void aPasswordIsNotSentInClearToAnotherMachine() {
        Path login = TestLog.put(temp, "login", "auditor:secret\n".getBytes());

        var spoken = Spoken.of(
                "download",
                "http://192.0.2.1/log",
                mirror,
                "--login",
                login,
                "--vkey",
                log.signer().key().vkey());

        assertThat(spoken.text()).contains("https");
        assertThat(spoken.code()).isEqualTo(Checker.NOT_CHECKED);
    }

    @Test
    void aLogThatIsAwayIsSaidToBeAway() {
        server.stop(0);

        assertThat(download().code()).isEqualTo(Checker.AWAY);
    }
}
