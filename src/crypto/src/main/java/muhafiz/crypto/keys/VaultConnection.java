package muhafiz.crypto.keys;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import muhafiz.crypto.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Vault's HTTP, as <a href="https://developer.hashicorp.com/vault/api-docs">its page</a> has it: JSON, a token in
 * X-Vault-Token, its status codes. Success, 400 and 404 go to the caller; everything else means that Vault is away or closed
 * to us. Neither token nor body stands in any message. A redirect is not followed: it would take the token elsewhere.
 */
final class VaultConnection {
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,3}");
    private static final Set<Integer> FOR_THE_CALLER = Set.of(200, 204, 400, 404);
    /** Lost on the way inside Vault, or not there yet: worth a second question at once. */
    private static final Set<Integer> PASSING = Set.of(412, 500, 502);

    private static final Map<String, String> CAPABILITIES =
            Map.of("GET", "read", "LIST", "list", "POST", "update", "DELETE", "delete");

    private final VaultSettings settings;
    private final Supplier<String> token;
    private final HttpClient client;

    /** @param body what Vault said, an empty object when it said nothing */
    record Answer(int status, JsonObject body) {
        boolean isSuccess() {
            return status < 300;
        }

        JsonObject data() {
            JsonValue data = body.getOrDefault("data", JsonValue.NULL);
            return data.getValueType() == JsonValue.ValueType.OBJECT
                    ? data.asJsonObject()
                    : JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    VaultConnection(VaultSettings settings, Supplier<String> token, SSLContext trust) {
        this.settings = settings;
        this.token = token;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.patience())
                .sslContext(trust)
                .build();
    }

    /**
     * One question, put a second time if the answer was lost.
     *
     * @param path below the mount
     * @param body wiped by the caller
     * @throws UnavailableException when there is no answer, or one that is for nobody
     */
    Answer ask(String method, String path, byte[] body) {
        HttpRequest request = request(method, path, body);
        try {
            HttpResponse<byte[]> first = send(request);
            return PASSING.contains(first.statusCode()) ? answer(request, send(request)) : answer(request, first);
        } catch (IOException lost) {
            return askAgain(request);
        }
    }

    private Answer askAgain(HttpRequest request) {
        try {
            return answer(request, send(request));
        } catch (IOException e) {
            throw away(request, "does not answer", RETRY, e);
        }
    }

    private HttpRequest request(String method, String path, byte[] body) {
        URI place = settings.address().resolve("/v1/" + settings.mount().replaceFirst("/$", "") + "/" + path);
        var request = HttpRequest.newBuilder(place)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .timeout(settings.patience())
                .header("X-Vault-Request", "true")
                .header("Content-Type", "application/json");
        settings.namespace().ifPresent(namespace -> request.header("X-Vault-Namespace", namespace));
        try {
            return request.header("X-Vault-Token", token.get()).build();
        } catch (IllegalArgumentException e) {
            // Its message would hold the token.
            throw new IllegalStateException("the token for Vault has characters that no header can carry");
        }
    }

    /** The client's own timeout ends with the first byte; ours counts to the last. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> response = client.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return response.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new IOException("no whole answer within " + settings.patience(), e);
        } catch (ExecutionException e) {
            throw new IOException("no answer", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(request, "was not waited for", RETRY, e);
        }
    }

    private static Answer answer(HttpRequest request, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 403) {
            throw away(request, closed(request), RETRY, null);
        }
        if (!FOR_THE_CALLER.contains(status)) {
            throw away(request, "answers " + status + said(status), retryAfter(response), null);
        }
        try {
            return new Answer(status, json(response.body()));
        } catch (JsonException | ClassCastException e) {
            // The cause might quote the answer.
            throw away(request, "answers " + status + " without Vault's JSON", RETRY, null);
        } finally {
            Arrays.fill(response.body(), (byte) 0);
        }
    }

    private static JsonObject json(byte[] body) {
        if (body.length == 0) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        }
    }

    private static String closed(HttpRequest request) {
        return "answers 403: the token is unknown or has expired, or its policy lacks the capability \""
                + CAPABILITIES.get(request.method()) + "\" there";
    }

    private static String said(int status) {
        return switch (status) {
            case 307, 308 -> " (a standby that sends us on; name the active node or its balancer)";
            case 429 -> " (too many requests, or a standby)";
            case 501 -> " (not initialised)";
            case 503 -> " (sealed or under maintenance)";
            default -> "";
        };
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> SECONDS.matcher(seconds).matches())
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(RETRY);
    }

    private static UnavailableException away(
            HttpRequest request, String what, Duration retry, @Nullable Exception cause) {
        String message = "Vault " + what + ": " + request.method() + " " + request.uri();
        return cause == null
                ? new UnavailableException(message, retry)
                : new UnavailableException(message, retry, cause);
    }
}
