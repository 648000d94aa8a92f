package muhafiz.store;

import io.minio.MinioClient;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Connections to a store: kept open between requests, never waiting for ever. */
final class S3Connections {
    private static final int IDLE = 64;
    /** Below the 30 s after which common servers hang up. */
    private static final int IDLE_SECONDS = 20;

    private S3Connections() {}

    /**
     * No redirects (they would carry the signature elsewhere), no retries of its own (a put must know of them), and
     * connecting on the caller's thread (the other way throws an undeclared InterruptedException when interrupted).
     */
    static OkHttpClient open(S3Timing timing) {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(IDLE, IDLE_SECONDS, TimeUnit.SECONDS))
                .connectTimeout(timing.connect())
                .readTimeout(timing.silence())
                .writeTimeout(timing.silence())
                .callTimeout(timing.request())
                .socketFactory(new PromptSockets())
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    /**
     * The SDK's client over these connections, which stay the caller's. For what may be done twice: a connection that broke in between is
     * replaced unseen.
     */
    static MinioClient client(S3Settings settings, OkHttpClient connections) {
        return MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .httpClient(
                        connections.newBuilder().retryOnConnectionFailure(true).build())
                .build();
    }

    static void close(OkHttpClient client) {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
