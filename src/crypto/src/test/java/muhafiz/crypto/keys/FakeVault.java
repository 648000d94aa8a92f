package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import muhafiz.crypto.keys.FakeTransit.Reply;

/** Vault's HTTP around {@link FakeTransit}, on the loopback address: tokens, seal, routes, and misfortunes on demand. */
final class FakeVault implements AutoCloseable {
    static final String TOKEN = "hvs.this-token-is-a-secret";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeTransit transit = new FakeTransit();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> lost = new ConcurrentHashMap<>();
    private volatile Optional<Answer> forAll = Optional.empty();
    private volatile String token = TOKEN;
    private volatile String mount = "transit";
    private volatile boolean encryptMayCreate;

    private record Answer(int status, String body, Map<String, String> headers) {}

    private FakeVault(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    static FakeVault started() {
        try {
            return new FakeVault(HttpServer.create(anyPort(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FakeVault withTls(SSLContext identity) throws IOException {
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity));
        return new FakeVault(server);
    }

    VaultSettings settings(String archive) {
        return settings(archive, Optional.empty(), Duration.ofSeconds(20));
    }

    VaultSettings settings(String archive, Optional<String> namespace, Duration patience) {
        return new VaultSettings(address(), "transit", namespace, archive, patience);
    }

    URI address() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
    }

    FakeTransit transit() {
        return transit;
    }

    /** Method, path below the mount and namespace of each request so far. */
    List<String> requests() {
        return requests;
    }

    void forgetRequests() {
        requests.clear();
    }

    /** The next requests of this kind are carried out, and their answers lost. */
    void loseAnswers(String method, String kind, int times) {
        lost.put(method + " " + kind, times);
    }

    void answerAll(int status, String body, Map<String, String> headers) {
        forAll = Optional.of(new Answer(status, body, headers));
    }

    void seal() {
        answerAll(503, "{\"errors\":[\"Vault is sealed\"]}", Map.of());
    }

    void renewToken(String next) {
        token = next;
    }

    void mountElsewhere() {
        mount = "elsewhere";
    }

    void letEncryptCreate() {
        encryptMayCreate = true;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String path = exchange.getRequestURI().getRawPath();
            String namespace = exchange.getRequestHeaders().getFirst("X-Vault-Namespace");
            requests.add(exchange.getRequestMethod() + " " + path + (namespace == null ? "" : " in " + namespace));
            if (forAll.isPresent()) {
                Answer answer = forAll.get();
                answer.headers.forEach(exchange.getResponseHeaders()::set);
                send(exchange, answer.status, answer.body);
                return;
            }
            Reply reply = reply(exchange, path, body);
            if (!isLost(exchange.getRequestMethod(), path)) {
                send(
                        exchange,
                        reply.status(),
                        reply.status() == 204 ? "" : reply.body().toString());
            }
        }
    }

    private Reply reply(HttpExchange exchange, String path, String body) {
        if (!token.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
            return FakeTransit.error(403, "permission denied");
        }
        String root = "/v1/" + mount + "/";
        if (!path.startsWith(root)) {
            return FakeTransit.error(404, "no handler for route \"" + path + "\". route entry not found.");
        }
        String[] words = path.substring(root.length()).split("/");
        JsonObject asked = body.isEmpty() ? JsonValue.EMPTY_JSON_OBJECT : parsed(body);
        String verb = exchange.getRequestMethod() + " " + words[0] + (words.length == 3 ? "/" + words[2] : "");
        return switch (verb) {
            case "LIST keys" -> transit.list();
            case "GET keys" -> transit.read(words[1]);
            case "POST keys" -> transit.make(words[1], asked);
            case "POST keys/config" -> transit.configure(words[1], asked);
            case "DELETE keys" -> transit.delete(words[1]);
            case "POST encrypt" -> transit.encrypt(words[1], asked, encryptMayCreate);
            case "POST decrypt" -> transit.decrypt(words[1], asked);
            default -> FakeTransit.error(405, "unsupported operation");
        };
    }

    private boolean isLost(String method, String path) {
        String kind = method + " " + path.replaceFirst("^/v1/[^/]+/", "").replaceFirst("/.*", "");
        return lost.computeIfPresent(kind, (same, times) -> times - 1) != null && lost.get(kind) >= 0;
    }

    private static JsonObject parsed(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
