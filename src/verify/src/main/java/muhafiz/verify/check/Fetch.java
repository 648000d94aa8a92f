package muhafiz.verify.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import muhafiz.proof.authority.BoundedBody;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.Tile;
import muhafiz.proof.tree.TreeHash;
import muhafiz.verify.line.Arguments;
import muhafiz.verify.line.UnreadableException;

/** Gets the parts of a log over HTTP; every answer has a bounded time and length, no redirect is followed. */
final class Fetch {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST_NOTE = 1_000_000;
    private static final int LONGEST_ENTRY = 2 + 65_535;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final String prefix;
    private final Optional<String> login;
    private final String query;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * @param prefix of the log, such as {@code https://archive.example/log}
     * @param login user and password with a colon between, sent for entries only
     * @param query what is asked along with entries, with its question mark, or nothing
     * @param patience for each answer, from the question to its last byte
     */
    Fetch(String prefix, Optional<String> login, String query, Duration patience) {
        this.patience = patience;
        this.prefix = prefix.replaceAll("/+$", "");
        this.login = login;
        this.query = query;
        if (login.isPresent() && !isPrivate(URI.create(this.prefix))) {
            throw new UnreadableException("a password is sent over https, or to this very machine, and nowhere else");
        }
    }

    private static boolean isPrivate(URI address) {
        try {
            return "https".equals(address.getScheme())
                    || InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (IOException e) {
            throw new AwayException(address.getHost() + " is not known", e);
        }
    }

    static Fetch of(Arguments arguments, String prefix) {
        Optional<String> login = arguments
                .one("--login")
                .map(file -> new String(Input.bytes(Input.path(file), LONGEST_ENTRY), StandardCharsets.UTF_8).strip());
        var query = new StringBuilder();
        for (String name : new String[] {"purpose", "ref"}) {
            arguments
                    .one("--" + name)
                    .ifPresent(value -> query.append(query.isEmpty() ? '?' : '&')
                            .append(name)
                            .append('=')
                            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        return new Fetch(prefix, login, query.toString(), PATIENCE);
    }

    byte[] checkpoint() {
        return get(request("checkpoint"), LONGEST_NOTE)
                .orElseThrow(() -> new AwayException(prefix + " has no checkpoint"));
    }

    /** The content of a tile; empty where the log has none of this width. */
    Optional<byte[]> tile(Tile tile) {
        return get(request(tile.path()), tile.width() * TreeHash.LENGTH);
    }

    Optional<byte[]> bundle(EntryBundle bundle) {
        HttpRequest.Builder request = request(bundle.path() + query);
        login.ifPresent(text -> request.header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
        return get(request, bundle.width() * LONGEST_ENTRY);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(prefix + "/" + path)).timeout(patience);
    }

    private Optional<byte[]> get(HttpRequest.Builder builder, int most) {
        HttpRequest request = builder.build();
        CompletableFuture<HttpResponse<byte[]>> asked = http.sendAsync(request, bounded(most));
        try {
            return read(request, asked.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new AwayException(prefix + " did not answer wholly within " + patience, e);
        } catch (ExecutionException e) {
            throw new AwayException(prefix + " cannot be reached: " + e.getCause(), e);
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new AwayException("interrupted", e);
        }
    }

    private static HttpResponse.BodyHandler<byte[]> bounded(int most) {
        return head ->
                head.statusCode() == OK ? new BoundedBody(most) : HttpResponse.BodySubscribers.replacing(new byte[0]);
    }

    private static Optional<byte[]> read(HttpRequest request, HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case OK -> Optional.of(answer.body());
            case NOT_FOUND -> Optional.empty();
            default -> throw new AwayException(request.uri().getPath() + " is answered with " + answer.statusCode());
        };
    }
}
