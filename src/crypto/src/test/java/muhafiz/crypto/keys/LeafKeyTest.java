package muhafiz.crypto.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LeafKeyTest {
    static final byte[] COUNTING =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    @Test
    void aClosedKeyIsOfNoUse() {
        LeafKey key = LeafKey.fresh();

        key.close();

        assertThatIllegalStateException().isThrownBy(() -> key.derive("use", 32));
        assertThatIllegalStateException().isThrownBy(key::copy);
        assertThatIllegalStateException().isThrownBy(key::exposed);
    }

    @Test
    void aCopyOutlivesItsOriginal() {
        LeafKey key = LeafKey.of(COUNTING);
        LeafKey copy = key.copy();

        key.close();

        assertThat(copy.derive("use", 8)).isEqualTo(LeafKey.of(COUNTING).derive("use", 8));
    }

    @Test
    void aKeySaysNothingOfItself() {
        assertThat(LeafKey.of(COUNTING)).hasToString("LeafKey[hidden]");
    }

    @Test
    void twoFreshKeysDiffer() {
        assertThat(LeafKey.fresh().exposed()).isNotEqualTo(LeafKey.fresh().exposed());
    }

    @Test
    void aKeyHasThirtyTwoBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> LeafKey.of(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> LeafKey.of(new byte[33]));
    }

    @Test
    void theBytesHandedInAreCopied() {
        byte[] raw = COUNTING.clone();
        LeafKey key = LeafKey.of(raw);

        raw[0] ^= 1;

        assertThat(key.exposed()).isEqualTo(COUNTING);
    }

    /** Expected bytes: HKDFExpand of Python's cryptography 48.0.0, SHA-512, info {@code muhafiz/test} and {@code muhafiz/long}. */
    @Test
    void aDerivedSecretIsThatOfHkdfExpandWithSha512() {
        LeafKey key = LeafKey.of(COUNTING);

        assertThat(HexFormat.of().formatHex(key.derive("test", 42)))
                .isEqualTo("01120a21cc6c1ae8115bd3ded6ce61ae9373d3de71fb535f450f4164df1cb4129aa3a7462ec08fa3b672");
        assertThat(HexFormat.of().formatHex(key.derive("long", 100)))
                .isEqualTo(
                        "171e8482f782b7e540f8cf68b287f27a9385644eea8cfbee511a2ff0ced974f31c2a6be42e91f67a83307336ac1d061dc004e5aa95ef4059dab46e651fd94d970f0f101663ab8646da0f3a47503be6d7020efe59f672ffc722112382d744a69a29a63349");
    }

    @Test
    void aDerivedSecretHasFromOneByteToTheEndOfHkdf() {
        LeafKey key = LeafKey.of(COUNTING);

        assertThat(key.derive("use", 255 * 64)).hasSize(16_320);
        assertThatIllegalArgumentException().isThrownBy(() -> key.derive("use", 255 * 64 + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> key.derive("use", 0));
    }

    @Test
    void aLabelIsShortVisibleAscii() {
        LeafKey key = LeafKey.of(COUNTING);

        assertThatIllegalArgumentException().isThrownBy(() -> key.derive("", 32));
        assertThatIllegalArgumentException().isThrownBy(() -> key.derive("ə", 32));
        assertThatIllegalArgumentException().isThrownBy(() -> key.derive("x".repeat(201), 32));
    }
}
