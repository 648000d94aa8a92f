package muhafiz.service.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import muhafiz.crypto.IntegrityException;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.Cosigner;
import muhafiz.proof.tlog.NoteSigner;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tree.MerkleTree;
import muhafiz.service.log.TreeRows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an answer of 409 says of the log (c2sp.org/tlog-witness: for another size, and for another root of the same size). */
class WitnessesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Cosigner witness = new Cosigner("witness.example", new byte[32]);
    private HttpServer server;
    private int status = 409;
    private String type = "text/x.tlog.size";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/add-checkpoint", exchange -> {
            try (exchange) {
                byte[] body = "1\n".getBytes(StandardCharsets.US_ASCII);
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        witness.close();
    }

    private Witnesses witnesses() {
        var database = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("the database has nothing to say to this");
                });
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Witnesses(
                new TreeRows(database),
                new CheckpointRows(database),
                List.of(new WitnessSettings(address, witness.key())),
                PATIENCE);
    }

    private static SignedNote note() {
        var checkpoint = new Checkpoint("archive.example/log", 1, MerkleTree.leafHash(new byte[0]));
        try (var signer = new NoteSigner(checkpoint.origin(), new byte[32])) {
            return SignedNote.of(checkpoint.text()).with(signer.sign(checkpoint.text()));
        }
    }

    @Test
    void aWitnessThatKnowsAnotherRootOfTheSameSizeStopsTheShowing() {
        for (String said : List.of("text/x.tlog.size", "text/plain; charset=utf-8")) {
            type = said;
            var witnesses = witnesses();

            assertThatThrownBy(() -> witnesses.cosigned(note(), 1))
                    .isInstanceOf(IntegrityException.class)
                    .hasMessageContaining("witness.example has cosigned another log");
            assertThat(witnesses.refusing()).containsExactly("witness.example");
            assertThat(witnesses.silent()).isEmpty();
        }
    }

    @Test
    void aWitnessThatCorrectsTheSizeAndThenKnowsAnotherRootStopsTheShowing() {
        var witnesses = witnesses();

        assertThatThrownBy(() -> witnesses.cosigned(note(), 0)).isInstanceOf(IntegrityException.class);

        assertThat(witnesses.refusing()).containsExactly("witness.example");
        assertThat(witnesses.silent()).isEmpty();
    }

    @Test
    void aWitnessToWhomThisLogDoesNotGoOnStopsTheShowing() {
        status = 422;

        assertThatThrownBy(() -> witnesses().cosigned(note(), 1)).isInstanceOf(IntegrityException.class);
    }

    @Test
    void aWitnessThatDoesNotKnowTheLogIsLeftOut() {
        status = 404;
        var witnesses = witnesses();

        assertThat(witnesses.cosigned(note(), 1)).isEqualTo(note());
        assertThat(witnesses.refusing()).containsExactly("witness.example");
    }
}
