package muhafiz.stand.timestamps;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import muhafiz.proof.authority.AuthorityKeys;
import muhafiz.proof.authority.LocalTimestampAuthority;

/** The child process: {@code TimestampServer <port> <file of the keys>}. RFC 3161 §3.4 on loopback; bodies are small or refused. */
public final class TimestampServer {
    static final String QUERIES = "/tsa";
    static final String REVOCATION_LIST = "/crl";

    private static final int LONGEST_QUERY = 16_384;
    private static final int SERIAL_BITS = 120;
    private static final int THREADS = 4;
    private static final int BACKLOG = 16;

    private final LocalTimestampAuthority authority;

    TimestampServer(LocalTimestampAuthority authority) {
        this.authority = authority;
    }

    public static void main(String[] arguments) throws IOException {
        AuthorityKeys keys = AuthorityKeys.read(Files.readString(Path.of(arguments[1])));
        new TimestampServer(new LocalTimestampAuthority(keys, InstantSource.system(), TimestampServer::serial))
                .begin(Integer.parseInt(arguments[0]));
    }

    static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS);
    }

    /** @param port 0 for any that is free */
    HttpServer begin(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext(QUERIES, exchange -> answer(exchange, this::stamp));
        server.createContext(REVOCATION_LIST, exchange -> answer(exchange, this::revocationList));
        server.start();
        return server;
    }

    private interface Answering {
        Answer to(HttpExchange exchange) throws IOException;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Answer(int status, String type, byte[] body) {
        static Answer refusal(int status) {
            return new Answer(status, "text/plain", new byte[0]);
        }
    }

    private Answer stamp(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return Answer.refusal(405);
        }
        if (!"application/timestamp-query".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            return Answer.refusal(415);
        }
        byte[] query = exchange.getRequestBody().readNBytes(LONGEST_QUERY + 1);
        return query.length > LONGEST_QUERY
                ? Answer.refusal(413)
                : new Answer(200, "application/timestamp-reply", authority.answer(query));
    }

    private Answer revocationList(HttpExchange exchange) throws IOException {
        return exchange.getRequestMethod().equals("GET")
                ? new Answer(200, "application/pkix-crl", authority.revocationList())
                : Answer.refusal(405);
    }

    private static void answer(HttpExchange exchange, Answering answering) throws IOException {
        try (exchange) {
            Answer answer = fitting(exchange, answering);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static Answer fitting(HttpExchange exchange, Answering answering) {
        try {
            return answering.to(exchange);
        } catch (IOException | RuntimeException e) { // of whatever was sent in place of a query
            return Answer.refusal(400);
        }
    }
}
