package muhafiz.stand.timestamps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import muhafiz.proof.authority.AuthorityKeys;
import muhafiz.proof.authority.HttpTimestampAuthority;
import muhafiz.proof.authority.LocalTimestampAuthority;
import muhafiz.proof.evidence.Anchors;
import muhafiz.proof.evidence.EvidenceHash;
import muhafiz.proof.evidence.Imprint;
import muhafiz.proof.evidence.TimeStamp;
import muhafiz.stand.home.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimestampServerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final AuthorityKeys KEYS = AuthorityKeys.fresh(NOW);
    private static final Anchors ANCHORS = Anchors.read(KEYS.anchor().getBytes(UTF_8));

    private HttpServer server;

    @BeforeEach
    void begin() throws IOException {
        server = new TimestampServer(
                        new LocalTimestampAuthority(KEYS, InstantSource.fixed(NOW), TimestampServer::serial))
                .begin(0);
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private int statusOf(String type, byte[] body) throws Exception {
        return send(HttpRequest.newBuilder(at("/tsa"))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)))
                .statusCode();
    }

    @Test
    void itStampsOverHttp() {
        HttpTimestampAuthority.Place place =
                new HttpTimestampAuthority.Place(at("/tsa"), Optional.empty(), Duration.ofSeconds(20));
        Imprint imprint = Imprint.of(EvidenceHash.SHA_256, new byte[] {1});

        TimeStamp stamp = new HttpTimestampAuthority(place, ANCHORS, InstantSource.fixed(NOW), TimestampServer::serial)
                .stamp(imprint);

        assertThat(stamp.at()).isEqualTo(NOW);
    }

    @Test
    void whatIsNoQueryIsRefused() throws Exception {
        assertThat(statusOf("application/timestamp-query", "nonsense".getBytes(UTF_8)))
                .isEqualTo(400);
        assertThat(statusOf("application/timestamp-query", new byte[20_000])).isEqualTo(413);
        assertThat(statusOf("text/plain", new byte[1])).isEqualTo(415);
        assertThat(send(HttpRequest.newBuilder(at("/tsa")).GET()).statusCode()).isEqualTo(405);
    }

    @Test
    void theIssuersRevocationListIsThere() throws Exception {
        byte[] list = send(HttpRequest.newBuilder(at("/crl")).GET()).body();

        X509CRL read = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
        read.verify(ANCHORS.certificates().iterator().next().getPublicKey());
        assertThat(read.getThisUpdate()).isEqualTo(NOW);
    }

    @Test
    void keysAreMadeOnceAndBelongToTheirOwner(@TempDir Path folder) throws IOException {
        try (Home home = Home.open(folder)) {
            TimestampProgram first = new TimestampProgram(home, 1, InstantSource.fixed(NOW));
            String anchor = Files.readString(first.anchor());
            Path keys = folder.resolve("secrets/timestamp-authority");
            String secret = Files.readString(keys);

            new TimestampProgram(home, 2, InstantSource.fixed(NOW.plus(Duration.ofDays(700))));

            assertThat(Files.readString(keys)).isEqualTo(secret);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                    .isEqualTo("rw-------");
            assertThat(first.command()).noneMatch(argument -> argument.contains("PRIVATE"));
            new TimestampProgram(home, 3, InstantSource.fixed(NOW.plus(Duration.ofDays(800))));
            assertThat(Files.readString(keys)).isNotEqualTo(secret);
            assertThat(Files.readString(first.anchor())).isEqualTo(anchor);
        }
    }
}
