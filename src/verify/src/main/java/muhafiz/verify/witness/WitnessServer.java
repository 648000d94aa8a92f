package muhafiz.verify.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A witness behind HTTP; bodies are bounded, slow senders are cut off by the JDK's server. */
final class WitnessServer implements AutoCloseable {
    private static final int LONGEST_BODY = 256 * 1024;
    private static final int THREADS = 4;
    private static final Pattern MONITOR = Pattern.compile("/([0-9a-f]{64})/checkpoint");

    private final Witness witness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private WitnessServer(Witness witness, HttpServer server) {
        this.witness = witness;
        this.server = server;
    }

    /** Serves until it is closed. */
    static WitnessServer start(Witness witness, InetSocketAddress address) throws IOException {
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("sun.net.httpserver.maxRspTime", "30");
        var started = new WitnessServer(witness, HttpServer.create(address, 0));
        started.server.createContext("/", started::serve);
        started.server.setExecutor(started.threads);
        started.server.start();
        return started;
    }

    URI address() {
        var bound = server.getAddress();
        return URI.create("http://" + bound.getHostString() + ":" + bound.getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        Matcher monitor = MONITOR.matcher(path);
        try {
            if (method.equals("POST") && path.equals("/add-checkpoint")) {
                return add(exchange.getRequestBody());
            }
            return method.equals("GET") && monitor.matches()
                    ? witness.monitor(monitor.group(1))
                    : Answer.refused(404, "there is nothing here");
        } catch (RuntimeException e) {
            System.err.println("no answer: " + e);
            return Answer.refused(500, "the witness failed");
        }
    }

    private Answer add(InputStream in) throws IOException {
        byte[] body = in.readNBytes(LONGEST_BODY + 1);
        return body.length > LONGEST_BODY
                ? Answer.refused(413, "the request is too long")
                : witness.add(new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
