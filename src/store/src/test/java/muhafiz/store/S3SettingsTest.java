package muhafiz.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3SettingsTest {
    private static final URI LOCAL = URI.create("http://127.0.0.1:9000");

    @Test
    void printedSettingsHoldNoCredential() {
        var settings = new S3Settings(LOCAL, "eu", "records", "ACCESSID", "SECRETVALUE");

        assertThat(settings.toString()).doesNotContain("ACCESSID").doesNotContain("SECRETVALUE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:9000",
                "/records",
                "ftp://store",
                "http://user:word@store",
                "http://store/path",
                "http://store?x=1",
                "http:store"
            })
    void anEndpointIsSchemeHostAndPort(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new S3Settings(URI.create(endpoint), "eu", "records", "a", "s"))
                .withMessageNotContaining("word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "Records", "a/b", "-records", "records-"})
    void aBucketHasAPlainName(String bucket) {
        assertThatIllegalArgumentException().isThrownBy(() -> new S3Settings(LOCAL, "eu", bucket, "a", "s"));
    }

    @Test
    void anEmptyRegionIsRefusedAsItWouldBeLookedUp() {
        assertThatIllegalArgumentException().isThrownBy(() -> new S3Settings(LOCAL, "", "records", "a", "s"));
    }

    @Test
    void anEmptyCredentialIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new S3Settings(LOCAL, "eu", "records", " ", "s"));
        assertThatIllegalArgumentException().isThrownBy(() -> new S3Settings(LOCAL, "eu", "records", "a", ""));
    }

    @Test
    void aSocketDoesNotWaitForTheServersAcknowledgement() throws IOException {
        try (var socket = new PromptSockets().createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void pausesDouble() {
        assertThat(S3Timing.USUAL.pauseAfter(1)).isEqualTo(Duration.ofMillis(200));
        assertThat(S3Timing.USUAL.pauseAfter(3)).isEqualTo(Duration.ofMillis(800));
    }

    @Test
    void waitsAndAttemptsAreBounded() {
        var second = Duration.ofSeconds(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new S3Timing(Duration.ZERO, second, second, second, 3, second));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new S3Timing(second, second, Duration.ofHours(2), second, 3, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new S3Timing(second, second, second, second, 0, second));
    }
}
