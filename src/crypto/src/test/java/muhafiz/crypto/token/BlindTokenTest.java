package muhafiz.crypto.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import muhafiz.crypto.keys.LeafKey;
import org.junit.jupiter.api.Test;

class BlindTokenTest {
    private static final byte[] PIN = "7K2M0XQ".getBytes(US_ASCII);

    private final LeafKey key =
            LeafKey.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));

    @Test
    void theSameValueHasTheSameToken() {
        assertThat(BlindToken.of(key, "pin", PIN)).hasSize(16).isEqualTo(BlindToken.of(key, "pin", PIN));
    }

    @Test
    void anotherValueSpaceOrKeyHasAnother() {
        byte[] token = BlindToken.of(key, "pin", PIN);

        assertThat(BlindToken.of(key, "pin", "7K2M0XR".getBytes(US_ASCII))).isNotEqualTo(token);
        assertThat(BlindToken.of(key, "document-number", PIN)).isNotEqualTo(token);
        assertThat(BlindToken.of(LeafKey.fresh(), "pin", PIN)).isNotEqualTo(token);
    }

    /** Expected bytes: hmac of Python 3 under HKDFExpand of cryptography 48.0.0 (SHA-512, info {@code muhafiz/blind/pin}). */
    @Test
    void aTokenIsTheFirstHalfOfHmacSha256() {
        assertThat(HexFormat.of().formatHex(BlindToken.of(key, "pin", PIN)))
                .isEqualTo("2753bcfb0506d03e3e0b8297b14ad168");
    }
}
