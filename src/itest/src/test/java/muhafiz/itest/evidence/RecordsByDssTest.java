package muhafiz.itest.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static muhafiz.proof.evidence.EvidenceHash.SHA_256;
import static muhafiz.proof.evidence.EvidenceHash.SHA_512;
import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import muhafiz.itest.evidence.DssJudge.Verdict;
import muhafiz.proof.authority.AuthorityKeys;
import muhafiz.proof.authority.LocalTimestampAuthority;
import muhafiz.proof.evidence.Anchors;
import muhafiz.proof.evidence.DataGroup;
import muhafiz.proof.evidence.EvidenceHash;
import muhafiz.proof.evidence.EvidenceRecord;
import muhafiz.proof.evidence.Imprint;
import muhafiz.proof.evidence.Stamping;
import org.junit.jupiter.api.Test;

/** Clocks are set to the past, so that DSS looks at records that are years old and were renewed in time. */
class RecordsByDssTest {
    private static final AtomicLong SERIALS = new AtomicLong();
    private static final Instant MADE = Instant.parse("2018-11-22T00:05:00Z");
    private static final Instant RENEWED = Instant.parse("2021-09-01T00:05:00Z");
    private static final Instant AGAIN = Instant.parse("2023-06-01T00:05:00Z");
    private static final Instant REHASHED = Instant.parse("2025-11-01T00:05:00Z");

    private static final AuthorityKeys KEYS = AuthorityKeys.fresh(MADE);
    private static final DssJudge DSS = new DssJudge(Anchors.read(KEYS.anchor().getBytes(UTF_8)));
    private static final int COUNT = 5;

    private static Stamping at(Instant then) {
        return new Stamping(new LocalTimestampAuthority(
                KEYS.withAnotherStamper(then),
                InstantSource.fixed(then),
                () -> BigInteger.valueOf(SERIALS.incrementAndGet())));
    }

    private static List<byte[]> objects(int number) {
        return List.of(("ciphertext " + number).getBytes(UTF_8), ("label " + number).getBytes(UTF_8));
    }

    private static DataGroup group(int number, EvidenceHash hash) {
        return new DataGroup(
                objects(number).stream().map(one -> Imprint.of(hash, one)).toList());
    }

    private static List<EvidenceRecord> fresh() {
        return at(Instant.now().minusSeconds(60)).record(groups());
    }

    private static List<DataGroup> groups() {
        return IntStream.range(0, COUNT).mapToObj(i -> group(i, SHA_256)).toList();
    }

    private static List<EvidenceRecord> renewedTwice() {
        return at(AGAIN).renewTimeStamps(at(RENEWED).renewTimeStamps(at(MADE).record(groups())));
    }

    private static List<EvidenceRecord> rehashed() {
        List<EvidenceRecord> renewed = renewedTwice();
        return at(REHASHED)
                .renewHashes(IntStream.range(0, COUNT)
                        .mapToObj(i -> new Stamping.Rehashed(renewed.get(i), group(i, SHA_512)))
                        .toList());
    }

    private static void assertAccepted(List<EvidenceRecord> records) {
        for (int i = 0; i < COUNT; i++) {
            Verdict verdict = DSS.judge(records.get(i).encoded(), objects(i));
            assertThat(verdict).matches(Verdict::passes);
        }
    }

    @Test
    void aFreshRecordIsAccepted() {
        assertAccepted(fresh());
    }

    @Test
    void aRecordRenewedTwiceAndThenHashedAnewIsAccepted() {
        assertAccepted(rehashed());
    }

    @Test
    void aRecordOfOneObjectAloneIsAccepted() {
        byte[] note = "a checkpoint".getBytes(UTF_8);
        EvidenceRecord record = at(Instant.now().minusSeconds(60))
                .record(List.of(new DataGroup(List.of(Imprint.of(SHA_256, note)))))
                .get(0);

        assertThat(DSS.judge(record.encoded(), List.of(note))).matches(Verdict::passes);
    }

    @Test
    void changedObjectsAreRefused() {
        Verdict verdict = DSS.judge(rehashed().get(1).encoded(), objects(2));

        assertThat(verdict.indication()).isNotEqualTo(Indication.PASSED);
        assertThat(verdict.orphans()).isPositive();
    }

    @Test
    void aChangedTimeStampIsRefused() {
        byte[] record = fresh().get(1).encoded();
        byte[] signature = EvidenceRecord.parse(record).newest().encoded();
        record[record.length - 1] ^= 1; // the last byte of the newest signature

        assertThat(signature).endsWith((byte) (record[record.length - 1] ^ 1));
        assertThat(DSS.judge(record, objects(1)).indication()).isNotEqualTo(Indication.PASSED);
    }

    /** DSS says PASSED here and names the orphan; our own check refuses. */
    @Test
    void aMissingMemberIsAnOrphanReference() {
        Verdict verdict = DSS.judge(rehashed().get(1).encoded(), objects(1).subList(0, 1));

        assertThat(verdict.orphans()).isPositive();
        assertThat(verdict.passes()).isFalse();
    }
}
