package muhafiz.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SharedTest {
    @Test
    void whatIsAwaySaysWhenToComeBack() {
        assertThat(new UnavailableException("the store is away", Duration.ofSeconds(5)).retryAfter())
                .isEqualTo(Duration.ofSeconds(5));
        assertThatIllegalArgumentException().isThrownBy(() -> new UnavailableException("away", Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnavailableException("away", Duration.ofSeconds(-1), new RuntimeException()));
    }

    @Test
    void aPassingKeyIsWipedAndNeverWrittenOut() throws Exception {
        var key = new PassingKey("AES", new byte[] {1, 2, 3});
        try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatExceptionOfType(NotSerializableException.class).isThrownBy(() -> out.writeObject(key));
        }

        key.close();

        assertThat(key.isDestroyed()).isTrue();
        assertThatIllegalStateException().isThrownBy(key::getEncoded);
        assertThat(key).hasToString("PassingKey[AES]");
    }
}
