package muhafiz.store;

import io.minio.Signer;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import muhafiz.crypto.seal.Ciphertext;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * One signed request and its answer, once: who retries is {@link S3Attempts}.
 *
 * <p>The signature covers the condition, the label and the SHA-256 of the body; an S3 server checks both before it stores.
 */
final class S3Wire implements AutoCloseable {
    private static final String NO_BODY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int ERROR_DOCUMENT = 4096;
    private static final String LABEL = "x-amz-meta-" + Label.NAME;

    private final S3Settings settings;
    private final InstantSource clock;
    private final HttpUrl bucket;
    private final OkHttpClient client;
    private final OkHttpClient probe;

    S3Wire(S3Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.bucket = HttpUrl.get(settings.endpoint())
                .newBuilder()
                .encodedPath("/" + settings.bucket())
                .build();
        this.client = S3Connections.open(settings.timing());
        Duration shortly = settings.timing().probe();
        this.probe =
                client.newBuilder().connectTimeout(shortly).callTimeout(shortly).build();
    }

    S3Reply put(ObjectName name, Ciphertext bytes, Optional<Label> label) throws IOException {
        return send(client, putRequest(name, bytes, label, HexFormat.of().formatHex(bytes.sha256())), 0);
    }

    /** {@code sha256}: of the body, in hex, to be signed and checked. */
    Request putRequest(ObjectName name, Ciphertext bytes, Optional<Label> label, String sha256) {
        var request = request(object(name), sha256).header("If-None-Match", "*").put(new CiphertextBody(bytes));
        label.ifPresent(text -> request.header(LABEL, text.text()));
        return signed(request.build(), sha256);
    }

    S3Reply get(ObjectName name, long offset, int length) throws IOException {
        String range = "bytes=" + offset + "-" + (offset + length - 1);
        var request = request(object(name), NO_BODY).header("Range", range).get();
        return send(client, signed(request.build(), NO_BODY), length);
    }

    S3Reply head(ObjectName name) throws IOException {
        var request = request(object(name), NO_BODY).head();
        return send(client, signed(request.build(), NO_BODY), 0);
    }

    /** Asks for the bucket itself, with the short patience of a probe. */
    S3Reply headBucket() throws IOException {
        var request = request(bucket, NO_BODY).head();
        return send(probe, signed(request.build(), NO_BODY), 0);
    }

    private HttpUrl object(ObjectName name) {
        return bucket.newBuilder()
                .encodedPath("/" + settings.bucket() + "/" + name)
                .build();
    }

    private Request.Builder request(HttpUrl url, String sha256) {
        return new Request.Builder()
                .url(url)
                .header("Host", host(url))
                .header("Accept-Encoding", "identity")
                .header("x-amz-content-sha256", sha256)
                .header("x-amz-date", DATE.format(clock.instant()));
    }

    private static String host(HttpUrl url) {
        String name = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? name : name + ":" + url.port();
    }

    private Request signed(Request request, String sha256) {
        try {
            return Signer.signV4S3(request, settings.region(), settings.accessKey(), settings.secretKey(), sha256);
        } catch (MinioException e) {
            throw new IllegalStateException("a request to the store could not be signed", e);
        }
    }

    /** A connection that broke says that those kept idle may be broken too: the next attempt gets a new one. */
    private S3Reply send(OkHttpClient patience, Request request, int length) throws IOException {
        try {
            return exchange(patience, request, length);
        } catch (IOException e) {
            client.connectionPool().evictAll();
            throw e;
        }
    }

    private static S3Reply exchange(OkHttpClient patience, Request request, int length) throws IOException {
        try (Response response = patience.newCall(request).execute();
                InputStream body = response.body().byteStream()) {
            if (response.isSuccessful()) {
                var label = Optional.ofNullable(response.header(LABEL));
                return new S3Reply(response.code(), "", length(response), label, body.readNBytes(length));
            }
            String code = S3Reply.codeIn(new String(body.readNBytes(ERROR_DOCUMENT), StandardCharsets.UTF_8));
            return S3Reply.refusal(response.code(), code);
        }
    }

    private static OptionalLong length(Response response) {
        String length = response.header("Content-Length", "");
        return length != null && length.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(length))
                : OptionalLong.empty();
    }

    @Override
    public void close() {
        S3Connections.close(client);
    }
}
