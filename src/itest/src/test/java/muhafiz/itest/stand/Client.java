package muhafiz.itest.stand;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * HTTP as one user. Paths are taken as they stand, from the root; further headers are given as name, value, name, value.
 * Every answer is held against the published contract.
 *
 * @param authorization the value of the header, empty for a stranger
 * @param contract what this server publishes; empty for one that publishes nothing
 */
public record Client(HttpClient http, URI root, Optional<String> authorization, Optional<Contract> contract) {
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(2);

    /** RFC 7617, UTF-8. */
    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public Answer head(String path, String... headers) {
        return send(
                request(path, headers).method("HEAD", BodyPublishers.noBody()).build());
    }

    /** Posts JSON. */
    public Answer post(String path, String json, String... headers) {
        return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer post(String path, String mediaType, byte[] body, String... headers) {
        return send("POST", path, mediaType, BodyPublishers.ofByteArray(body), headers);
    }

    public Answer send(String method, String path, String mediaType, BodyPublisher body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", mediaType)
                .method(method, body)
                .build());
    }

    /** A request to be finished by the caller. */
    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path)).timeout(ANSWERS_WITHIN);
        authorization.ifPresent(value -> request.header("Authorization", value));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    public Answer send(HttpRequest request) {
        try {
            Answer answer = Answer.of(http.send(request, BodyHandlers.ofByteArray()));
            contract.ifPresent(
                    published -> published.hold(request.method(), request.uri().getPath(), answer));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The answer's head now, its body as it comes; close the stream. */
    public HttpResponse<InputStream> open(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofInputStream());
    }

    @Override
    public String toString() {
        return "Client of " + root;
    }
}
