package muhafiz.proof.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import muhafiz.proof.Numbers;
import muhafiz.proof.evidence.EvidenceHash;
import muhafiz.proof.evidence.Imprint;
import muhafiz.proof.evidence.NoTimeStampException;
import muhafiz.proof.evidence.TimestampAuthority;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a real server on loopback: an honest one, and one that lies in every way there is. */
class HttpTimestampAuthorityTest extends TimestampAuthorityContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String REPLY = "application/timestamp-reply";

    private final LocalTimestampAuthority honest =
            new LocalTimestampAuthority(KEYS, InstantSource.fixed(NOW), Numbers::next);
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private ExecutorService threads;

    /** What the server does with a query. */
    private interface Answering {
        void answer(HttpExchange exchange, byte[] query) throws Exception;
    }

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void end() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Override
    TimestampAuthority authority() {
        return answering((exchange, query) -> reply(exchange, honest.answer(query)));
    }

    private TimestampAuthority answering(Answering answering) {
        return answering(answering, Optional.empty(), PATIENCE);
    }

    private TimestampAuthority answering(Answering answering, Optional<String> policy, Duration patience) {
        server.createContext("/tsa", exchange -> {
            try {
                answering.answer(exchange, exchange.getRequestBody().readAllBytes());
            } catch (Exception e) {
                throw new IOException(e);
            } finally {
                exchange.close();
            }
        });
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
        return new HttpTimestampAuthority(
                new HttpTimestampAuthority.Place(url, policy, patience),
                ANCHORS,
                InstantSource.fixed(NOW),
                Numbers::next);
    }

    private static void reply(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", REPLY);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void assertRefused(TimestampAuthority authority, String because) {
        assertThatThrownBy(() -> authority.stamp(imprint(EvidenceHash.SHA_256)))
                .isInstanceOf(NoTimeStampException.class)
                .hasMessageContaining(because);
    }

    @Test
    void theQueryIsWhatTheStandardWants() {
        AtomicInteger asked = new AtomicInteger();
        TimestampAuthority authority = answering((exchange, query) -> {
            TimeStampRequest request = new TimeStampRequest(query);
            assertThat(exchange.getRequestMethod()).isEqualTo("POST");
            assertThat(exchange.getRequestHeaders().getFirst("Content-Type")).isEqualTo("application/timestamp-query");
            assertThat(request.getCertReq()).isTrue();
            assertThat(request.getNonce().bitLength()).isGreaterThan(64);
            asked.incrementAndGet();
            reply(exchange, honest.answer(query));
        });

        authority.stamp(imprint(EvidenceHash.SHA_512));

        assertThat(asked).hasValue(1);
    }

    @Test
    void aPolicyThatWasAskedForIsTheOneGiven() {
        Answering itsOwn = (exchange, query) -> reply(exchange, honest.answer(query));

        assertThat(answering(itsOwn, Optional.of(LocalTimestampAuthority.POLICY), PATIENCE)
                        .stamp(imprint(EvidenceHash.SHA_256))
                        .policy())
                .isEqualTo(LocalTimestampAuthority.POLICY);
    }

    @Test
    void anotherPolicyThanAskedForIsRefused() {
        Answering itsOwn = (exchange, query) -> reply(exchange, withoutPolicy(query));

        assertRefused(answering(itsOwn, Optional.of("1.2.3.4"), PATIENCE), "policy");
    }

    private byte[] withoutPolicy(byte[] query) throws IOException {
        TimeStampRequest asked = new TimeStampRequest(query);
        TimeStampRequestGenerator same = new TimeStampRequestGenerator();
        same.setCertReq(true);
        return honest.answer(same.generate(TSPAlgorithms.SHA256, asked.getMessageImprintDigest(), asked.getNonce())
                .getEncoded());
    }

    private byte[] about(Imprint imprint, java.math.BigInteger nonce, boolean withCertificate) throws IOException {
        TimeStampRequestGenerator other = new TimeStampRequestGenerator();
        other.setCertReq(withCertificate);
        return honest.answer(
                other.generate(TSPAlgorithms.SHA256, imprint.digest(), nonce).getEncoded());
    }

    @Test
    void aStampOverSomethingElseIsRefused() {
        Imprint other = Imprint.of(EvidenceHash.SHA_256, new byte[] {7});

        assertRefused(
                answering((exchange, query) ->
                        reply(exchange, about(other, new TimeStampRequest(query).getNonce(), true))),
                "imprint");
    }

    @Test
    void anOldAnswerToAnotherQueryIsRefused() {
        assertRefused(
                answering((exchange, query) ->
                        reply(exchange, about(imprint(EvidenceHash.SHA_256), java.math.BigInteger.valueOf(7), true))),
                "nonce");
    }

    @Test
    void aStampWithoutItsSignersCertificateIsRefused() {
        assertRefused(
                answering((exchange, query) -> reply(
                        exchange, about(imprint(EvidenceHash.SHA_256), new TimeStampRequest(query).getNonce(), false))),
                "certificate");
    }

    @Test
    void aStampBySomebodyElseIsRefused() {
        LocalTimestampAuthority stranger =
                new LocalTimestampAuthority(AuthorityKeys.fresh(NOW), InstantSource.fixed(NOW), Numbers::next);

        assertRefused(answering((exchange, query) -> reply(exchange, stranger.answer(query))), "not certified");
    }

    @Test
    void aStampByACertificateThatHasEndedIsRefused() {
        AuthorityKeys old = KEYS.withAnotherStamper(NOW.minus(4 * 365, ChronoUnit.DAYS));
        Instant then = NOW.minus(2 * 365, ChronoUnit.DAYS);
        LocalTimestampAuthority stopped = new LocalTimestampAuthority(old, InstantSource.fixed(then), Numbers::next);

        assertRefused(answering((exchange, query) -> reply(exchange, stopped.answer(query))), "ended");
    }

    @Test
    void aRefusalIsSaidToBeOne() {
        TimestampAuthority authority = answering((exchange, query) -> {
            TimeStampRequestGenerator md5 = new TimeStampRequestGenerator();
            reply(
                    exchange,
                    honest.answer(md5.generate(TSPAlgorithms.MD5, new byte[16]).getEncoded()));
        });

        assertRefused(authority, "refuses");
    }

    @Test
    void noStatusButOkIsTakenForAnAnswer() {
        assertRefused(answering((exchange, query) -> exchange.sendResponseHeaders(500, -1)), "status 500");
    }

    @Test
    void aRedirectIsNotFollowed() {
        AtomicInteger elsewhere = new AtomicInteger();
        server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });

        assertRefused(
                answering((exchange, query) -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(307, -1);
                }),
                "status 307");
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void anotherContentTypeIsRefused() {
        assertRefused(
                answering((exchange, query) -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write(new byte[2]);
                }),
                "content type");
    }

    @Test
    void nonsenseIsRefused() {
        assertRefused(
                answering((exchange, query) -> reply(exchange, new byte[] {0x30, (byte) 0x84, 127, 1, 1, 1})), "");
        server.removeContext("/tsa");
        assertRefused(answering((exchange, query) -> reply(exchange, "<html>".getBytes())), "");
        server.removeContext("/tsa");
        assertRefused(answering((exchange, query) -> reply(exchange, new byte[1])), "");
    }

    @Test
    void anEndlessAnswerIsGivenUp() {
        assertRefused(
                answering((exchange, query) -> {
                    exchange.getResponseHeaders().set("Content-Type", REPLY);
                    exchange.sendResponseHeaders(200, 0);
                    byte[] piece = new byte[65_536];
                    while (over.getCount() > 0) {
                        exchange.getResponseBody().write(piece);
                    }
                }),
                "longer than");
    }

    @Test
    void anAnswerThatNeverEndsIsNotWaitedFor() {
        assertRefused(
                answering(
                        (exchange, query) -> {
                            exchange.getResponseHeaders().set("Content-Type", REPLY);
                            exchange.sendResponseHeaders(200, 10);
                            exchange.getResponseBody().write(1);
                            exchange.getResponseBody().flush();
                            over.await();
                        },
                        Optional.empty(),
                        Duration.ofMillis(300)),
                "no whole answer");
    }

    @Test
    void anAuthorityThatIsAwayIsSaidToBe() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        URI url = URI.create("http://127.0.0.1:" + free + "/tsa");
        TimestampAuthority away = new HttpTimestampAuthority(
                new HttpTimestampAuthority.Place(url, Optional.empty(), PATIENCE),
                ANCHORS,
                InstantSource.fixed(NOW),
                Numbers::next);

        assertRefused(away, "no answer");
    }

    @Test
    void onlyHttpIsSpoken() {
        assertThatThrownBy(
                        () -> new HttpTimestampAuthority.Place(URI.create("file:///tsa"), Optional.empty(), PATIENCE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
