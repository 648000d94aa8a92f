package muhafiz.proof.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Expected values: {@code leaf.py} in the test resources (Python's hmac and hashlib, OpenSSL's AES-GCM) and openssl. */
class KnownLeafTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void theTagOfAnEntryIsWhatOpensslSays() {
        // printf 'muhafiz log subject tag v1\0\0\0\0\0\0\0\x2a' | openssl dgst -sha256 -mac HMAC -macopt hexkey:1111…
        assertThat(HEX.formatHex(LogLeaf.subjectTag(Sample.LOG_KEY, 42)))
                .isEqualTo("ba782c74fb57864422566414dcfd94ee3900b41e7cb9d450e0b756a71db9d33f");
    }

    @Test
    void theCommitmentIsWhatPythonSays() {
        assertThat(HEX.formatHex(Sample.leaf().commitment()))
                .isEqualTo("e46c35149a438e827f99345a68d977908f99167b0b6ff22bc3dd6b528f0a288b");
    }

    @Test
    void allBytesOfALeafAreWhatPythonSays() {
        assertThat(Sample.leaf().encoded()).hasSize(436);
        assertThat(HEX.formatHex(Sample.leaf().leafHash()))
                .isEqualTo("2cc228b0799c43e018e91da95f72db4e427e95d39cc1e9bc7fd9202bf72b2d7f");
    }

    @Test
    void theHashOfTheEmptyLeafIsThatOfCertificateTransparency() {
        // RFC 6962 §2.1.3 and the test vectors of google/certificate-transparency: SHA-256(0x00)
        assertThat(HEX.formatHex(LogLeaf.leafHash(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }
}
