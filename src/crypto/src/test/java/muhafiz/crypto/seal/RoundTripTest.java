package muhafiz.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, 2, 15, 16, 17, 16_383, 16_384, 16_385, 300_000, 524_287, 524_288, 524_289, 1_048_575, 1_048_576,
                1_048_577, 2_097_152, 3_000_000
            })
    void whatWasSealedOpens(int length) throws IOException {
        var message = Sample.sealed(length);
        var out = new ByteArrayOutputStream();

        message.opener().copy(0, length, out);
        message.opener().verify();

        assertThat(out.toByteArray()).isEqualTo(message.plaintext());
        assertThat(message.opener().stream().readAllBytes()).isEqualTo(message.plaintext());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000, 1_048_576, 3_000_000})
    void theTallyCountsAndHashesBothSides(int length) throws IOException, NoSuchAlgorithmException {
        var message = Sample.sealed(length);

        Tally tally = message.tally();

        assertThat(tally.length()).isEqualTo(length);
        assertThat(tally.sha256()).isEqualTo(sha256(message.plaintext()));
        assertThat(tally.sealedLength()).isEqualTo(message.sealed().length);
        assertThat(tally.sealedSha256()).isEqualTo(sha256(message.sealed()));
        assertThat(tally.segments()).isEqualTo(message.segments().size());
    }

    private static byte[] sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
