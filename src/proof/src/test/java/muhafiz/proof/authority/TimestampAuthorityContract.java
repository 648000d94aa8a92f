package muhafiz.proof.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import muhafiz.proof.evidence.Anchors;
import muhafiz.proof.evidence.EvidenceHash;
import muhafiz.proof.evidence.Imprint;
import muhafiz.proof.evidence.TimeStamp;
import muhafiz.proof.evidence.TimestampAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every authority does. */
abstract class TimestampAuthorityContract {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final AuthorityKeys KEYS = AuthorityKeys.fresh(NOW);
    static final Anchors ANCHORS = Anchors.read(KEYS.anchor().getBytes(StandardCharsets.US_ASCII));

    /** One that signs by {@link #KEYS}, whose clock stands at {@link #NOW}. */
    abstract TimestampAuthority authority();

    static Imprint imprint(EvidenceHash hash) {
        return Imprint.of(hash, "something".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @EnumSource
    void aStampIsOverWhatWasAskedAndVerifiedByItsAnchor(EvidenceHash hash) {
        TimeStamp stamp = authority().stamp(imprint(hash));

        assertThat(stamp.verify(imprint(hash), ANCHORS, NOW)).isEqualTo(KEYS.stamperEnds());
        assertThat(stamp.at()).isEqualTo(NOW);
        assertThat(stamp.signerEnds()).contains(KEYS.stamperEnds());
    }

    @Test
    void aStampIsTheSameAfterBeingWritten() {
        TimeStamp stamp = authority().stamp(imprint(EvidenceHash.SHA_256));

        assertThat(TimeStamp.parse(stamp.encoded())).isEqualTo(stamp);
    }

    @Test
    void twoStampsOfTheSameAreTwo() {
        TimestampAuthority authority = authority();

        assertThat(authority.stamp(imprint(EvidenceHash.SHA_256)))
                .isNotEqualTo(authority.stamp(imprint(EvidenceHash.SHA_256)));
    }
}
