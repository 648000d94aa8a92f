package muhafiz.proof.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Expected values: {@code leaf.py} in the test resources (Python's hmac and hashlib, OpenSSL's AES-GCM) and openssl. */
class KnownLeafTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void theTagOfAnEntryIsWhatOpensslSays() {
        // printf 'muhafiz log subject tag v1\0\0\0\0\0\0\0\x2a' | openssl dgst -sha256 -mac HMAC -macopt hexkey:70bd…
        assertThat(HEX.formatHex(LogLeaf.subjectTag(LogLeaf.tagKey(Sample.LOG_KEY), 42)))
                .isEqualTo("3e122dfacf598289bcc9709f83b09b64b50c9de45ef663bec110bedfa26da4a5");
    }

    @Test
    void theKeyOfTheTagsIsWhatOpensslSays() {
        // openssl kdf -keylen 32 -kdfopt digest:SHA512 -kdfopt hexkey:1111… -kdfopt 'info:muhafiz log subject tag v1'
        // HKDF
        assertThat(HEX.formatHex(LogLeaf.tagKey(Sample.LOG_KEY)))
                .isEqualTo("70bdf86a8d082723247688e7740c28a16f99a04360a284bb854f7b329acec4c7");
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
                .isEqualTo("a269169970dc08d1d1adceefd8925c74241369aa5468cb09a3e5c08960943245");
    }

    @Test
    void theHashOfTheEmptyLeafIsThatOfCertificateTransparency() {
        // RFC 6962 §2.1.3 and the test vectors of google/certificate-transparency: SHA-256(0x00)
        assertThat(HEX.formatHex(LogLeaf.leafHash(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }
}
