package muhafiz.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import muhafiz.proof.authority.AuthorityKeys;
import muhafiz.proof.authority.LocalTimestampAuthority;
import muhafiz.proof.evidence.DataGroup;
import muhafiz.proof.evidence.EvidenceHash;
import muhafiz.proof.evidence.Imprint;
import muhafiz.proof.evidence.Stamping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceOnDiskTest {
    private static final Instant MADE = Instant.parse("2026-11-22T00:05:00Z");

    @TempDir
    private Path temp;

    @Test
    void anEvidenceRecordHoldsForItsFilesAndForNoOthers() {
        var keys = AuthorityKeys.fresh(MADE);
        var authority = new LocalTimestampAuthority(keys, InstantSource.fixed(MADE), () -> BigInteger.TEN);
        byte[] content = "ciphertext".getBytes(StandardCharsets.US_ASCII);
        var group = new DataGroup(List.of(Imprint.of(EvidenceHash.SHA_256, content)));
        byte[] record = new Stamping(authority).record(List.of(group)).get(0).encoded();
        Path anchor = TestLog.put(temp, "anchor.pem", keys.anchor().getBytes(StandardCharsets.US_ASCII));
        Path file = TestLog.put(temp, "file", content);
        Path other = TestLog.put(temp, "other", new byte[1]);
        Path der = TestLog.put(temp, "record.der", record);

        assertThat(Spoken.of("evidence", der, file, "--anchor", anchor).text())
                .startsWith("holds")
                .contains("existedBy: 2026-11-22T00:05:00Z")
                .contains("revocation: no list in the record names a signer");
        assertThat(Spoken.of("evidence", der, other, "--anchor", anchor).text())
                .startsWith("BROKEN at chain 1, time stamp 1");
        assertThat(Spoken.of("evidence", der, "--anchor", anchor).code()).isEqualTo(Checker.NOT_CHECKED);
        assertThat(Spoken.of("evidence", der, file).code()).isEqualTo(Checker.NOT_CHECKED);
    }
}
