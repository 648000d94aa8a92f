package muhafiz.proof.evidence;

import static muhafiz.proof.evidence.EvidenceHash.SHA_256;
import static muhafiz.proof.evidence.EvidenceHash.SHA_512;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import muhafiz.proof.Numbers;
import muhafiz.proof.authority.AuthorityKeys;
import muhafiz.proof.authority.LocalTimestampAuthority;
import muhafiz.proof.evidence.EvidenceCheck.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceRecordTest {
    private static final Instant MADE = Instant.parse("2026-11-22T00:05:00Z");
    private static final Instant RENEWED = Instant.parse("2029-09-01T00:05:00Z");
    private static final Instant REHASHED = Instant.parse("2032-06-01T00:05:00Z");
    private static final Instant LATER = Instant.parse("2034-01-01T00:00:00Z");

    private static final AuthorityKeys FIRST = AuthorityKeys.fresh(MADE);
    private static final AuthorityKeys SECOND = FIRST.withAnotherStamper(RENEWED);
    private static final AuthorityKeys THIRD = FIRST.withAnotherStamper(REHASHED);
    private static final Anchors ANCHORS = Anchors.read(FIRST.anchor().getBytes(StandardCharsets.US_ASCII));

    private static Stamping by(AuthorityKeys keys, Instant at) {
        return new Stamping(new LocalTimestampAuthority(keys, InstantSource.fixed(at), Numbers::next));
    }

    private static List<EvidenceRecord> records(List<Paper> papers) {
        return by(FIRST, MADE)
                .record(papers.stream().map(paper -> paper.group(SHA_256)).toList());
    }

    private static List<Paper> papers(int count) {
        return IntStream.range(0, count).mapToObj(Paper::number).toList();
    }

    private static EvidenceCheck on(Instant day) {
        return new EvidenceCheck(ANCHORS, day);
    }

    private static EvidenceRecord again(EvidenceRecord record) {
        return EvidenceRecord.parse(record.encoded());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 33, Stamping.MOST})
    void eachRecordHoldsByItselfWithoutItsNeighbours(int count) {
        List<Paper> papers = papers(count);

        List<EvidenceRecord> records = records(papers);

        for (int i = 0; i < count; i++) {
            assertThat(on(MADE.plusSeconds(1))
                            .check(records.get(i).encoded(), papers.get(i).objects()))
                    .isEqualTo(new Finding.Holds(MADE, FIRST.stamperEnds(), 1, 0));
        }
    }

    @Test
    void oneObjectAloneIsStampedWithoutATree() {
        byte[] note = "a checkpoint".getBytes(StandardCharsets.UTF_8);

        EvidenceRecord record = by(FIRST, MADE)
                .record(List.of(new DataGroup(List.of(Imprint.of(SHA_256, note)))))
                .get(0);

        assertThat(record.first().imprint()).isEqualTo(Imprint.of(SHA_256, note));
        assertThat(on(MADE.plusSeconds(1)).check(record, List.of(DataObject.bytes("note", note))))
                .isInstanceOf(Finding.Holds.class);
    }

    @Test
    void anotherDocumentsObjectsAreRefused() {
        List<EvidenceRecord> records = records(papers(5));

        Finding finding =
                on(MADE.plusSeconds(1)).check(records.get(2), Paper.number(3).objects());

        assertThat(finding).isEqualTo(new Finding.Broken("chain 1, time stamp 1", "it is not over ciphertext"));
    }

    @Test
    void aChangedObjectIsNamed() {
        EvidenceRecord record = records(papers(5)).get(2);
        List<DataObject> changed = new ArrayList<>(Paper.number(2).objects());
        changed.set(1, DataObject.bytes("label", new byte[] {1}));

        assertThat(on(MADE.plusSeconds(1)).check(record, changed))
                .isEqualTo(new Finding.Broken("chain 1, time stamp 1", "it is not over label"));
    }

    @Test
    void aGroupOfWhichSomeMembersAreMissingIsNotSaidToHold() {
        EvidenceRecord record = records(papers(5)).get(2);

        Finding finding =
                on(MADE.plusSeconds(1)).check(record, Paper.number(2).objects().subList(0, 1));

        assertThat(finding)
                .isEqualTo(new Finding.Broken(
                        "chain 1, time stamp 1", "it is over 2 objects, and 1 are here: orphan references"));
    }

    @Test
    void oneMemberTwiceDoesNotStandForTheOther() {
        EvidenceRecord record = records(papers(5)).get(2);
        DataObject first = Paper.number(2).objects().get(0);

        Finding finding = on(MADE.plusSeconds(1)).check(record, List.of(first, first));

        assertThat(finding).isEqualTo(new Finding.Broken("chain 1, time stamp 1", "it is not over ciphertext"));
    }

    @Test
    void anObjectThatTheRecordIsNotOverIsNotLetThrough() {
        EvidenceRecord record = records(papers(5)).get(2);
        List<DataObject> more = new ArrayList<>(Paper.number(2).objects());
        more.add(DataObject.bytes("letter", new byte[] {2}));

        assertThat(on(MADE.plusSeconds(1)).check(record, more))
                .isEqualTo(new Finding.Broken("chain 1, time stamp 1", "it is not over letter"));
    }

    @Test
    void aHashOfANeighbourIsNoProofOfIt() {
        Paper neighbour = Paper.number(1);
        EvidenceRecord record = records(papers(2)).get(0);
        byte[] node = SHA_256.ofNode(neighbour.group(SHA_256).digests());
        List<DataObject> posing = List.of(DataObject.hashed("node", List.of(new Imprint(SHA_256, node))));

        assertThat(on(MADE.plusSeconds(1)).check(record, posing)).isInstanceOf(Finding.Broken.class);
    }

    @Test
    void aRecordThatNobodyRenewedDoesNotHoldWhenItsSignerHasEnded() {
        EvidenceRecord record = records(papers(3)).get(1);

        Finding finding = on(LATER).check(record, Paper.number(1).objects());

        assertThat(finding)
                .isEqualTo(new Finding.Broken(
                        "chain 1, time stamp 1",
                        "its signer's certificate ended at " + FIRST.stamperEnds()
                                + ", and nothing renewed it by then"));
    }

    @Test
    void aRenewedTimeStampCarriesARecordOn() {
        List<EvidenceRecord> renewed = by(SECOND, RENEWED).renewTimeStamps(records(papers(3)));

        Finding finding = on(RENEWED.plusSeconds(9))
                .check(again(renewed.get(1)), Paper.number(1).objects());

        assertThat(finding).isEqualTo(new Finding.Holds(MADE, SECOND.stamperEnds(), 2, 0));
    }

    @Test
    void recordsOfSeveralTimeStampsAreRenewedUnderOne() {
        List<EvidenceRecord> mixed = new ArrayList<>(records(papers(3)));
        mixed.addAll(records(List.of(Paper.number(3), Paper.number(4))));

        List<EvidenceRecord> renewed = by(SECOND, RENEWED).renewTimeStamps(mixed);

        assertThat(renewed.stream().map(record -> record.newest()).distinct()).hasSize(1);
        for (int i = 0; i < renewed.size(); i++) {
            assertThat(on(RENEWED.plusSeconds(9))
                            .check(renewed.get(i), Paper.number(i).objects()))
                    .isInstanceOf(Finding.Holds.class);
        }
    }

    @Test
    void aRecordIsRenewedAgainAndAgainAndGetsAStrongerHash() {
        List<EvidenceRecord> twice = by(SECOND, RENEWED.plusSeconds(60))
                .renewTimeStamps(by(SECOND, RENEWED).renewTimeStamps(records(papers(3))));

        EvidenceRecord rehashed = rehashed(twice, 3).get(2);

        assertThat(rehashed.hash()).isEqualTo(SHA_512);
        assertThat(on(LATER).check(again(rehashed), Paper.number(2).objects()))
                .isEqualTo(new Finding.Holds(MADE, THIRD.stamperEnds(), 4, 0));
        assertThat(on(LATER).check(again(rehashed), Paper.number(1).objects())).isInstanceOf(Finding.Broken.class);
    }

    private static List<EvidenceRecord> rehashed(List<EvidenceRecord> records, int count) {
        List<Stamping.Rehashed> renewals = IntStream.range(0, count)
                .mapToObj(i ->
                        new Stamping.Rehashed(records.get(i), Paper.number(i).group(SHA_512)))
                .toList();
        return by(THIRD, REHASHED).renewHashes(renewals);
    }

    @Test
    void aRecordIsCheckedByTheHashesAlone() {
        List<EvidenceRecord> rehashed = rehashed(by(SECOND, RENEWED).renewTimeStamps(records(papers(2))), 2);

        assertThat(on(LATER).check(rehashed.get(0), Paper.number(0).hashed(SHA_256, SHA_512)))
                .isInstanceOf(Finding.Holds.class);
        assertThat(on(LATER).check(rehashed.get(0), Paper.number(0).hashed(SHA_256)))
                .isEqualTo(new Finding.Broken("objects", "of known by its hash no SHA-512 is known"));
    }

    @Test
    void aChainCutOutOfTheMiddleIsMissed() {
        List<EvidenceRecord> renewed = by(SECOND, RENEWED).renewTimeStamps(records(papers(2)));
        EvidenceRecord rehashed = rehashed(renewed, 2).get(0);
        EvidenceRecord withoutRenewal = records(papers(2)).get(0);
        EvidenceRecord grafted = withoutRenewal.with(rehashed.chains().get(1).get(0), true);

        assertThat(on(LATER).check(grafted, Paper.number(0).objects()))
                .extracting("position")
                .isEqualTo("chain 1, time stamp 1");
    }

    @Test
    void aTimeStampOfSomebodyElseIsNotBelieved() {
        AuthorityKeys stranger = AuthorityKeys.fresh(MADE);
        EvidenceRecord record = by(stranger, MADE)
                .record(List.of(Paper.number(0).group(SHA_256)))
                .get(0);

        assertThat(on(MADE.plusSeconds(1)).check(record, Paper.number(0).objects()))
                .isEqualTo(new Finding.Broken("chain 1, time stamp 1", "its signer is not certified under an anchor"));
    }

    @Test
    void aTimeStampFromTheFutureIsNotBelieved() {
        EvidenceRecord record = records(papers(1)).get(0);

        assertThat(on(MADE.minusSeconds(60)).check(record, Paper.number(0).objects()))
                .isInstanceOf(Finding.Broken.class);
    }

    /** Certificates beside the signer's and revocation lists are not under a signature: what is changed there changes no answer but whether a list was seen. */
    @Test
    void aChangedByteAnywhereNeverMakesItSayAnythingElse() {
        byte[] record = records(papers(5)).get(3).encoded();
        Finding truth = on(MADE.plusSeconds(1)).check(record, Paper.number(3).objects());

        for (int i = 0; i < record.length; i++) {
            byte[] changed = record.clone();
            changed[i] ^= 0x10;

            assertThat(on(MADE.plusSeconds(1)).check(changed, Paper.number(3).objects()))
                    .as("byte %d", i)
                    .satisfiesAnyOf(
                            finding -> assertThat(finding).isInstanceOf(Finding.Broken.class),
                            finding -> assertThat(finding).isEqualTo(truth),
                            finding -> assertThat(finding)
                                    .as("a list that nobody signed is none, and that is said")
                                    .isEqualTo(new Finding.Holds(MADE, FIRST.stamperEnds(), 1, 1)));
        }
    }

    @Test
    void aCutOrLengthenedRecordIsRefused() {
        byte[] record = records(papers(2)).get(0).encoded();
        byte[] longer = java.util.Arrays.copyOf(record, record.length + 1);

        assertThat(on(LATER).check(longer, List.of())).extracting("position").isEqualTo("record");
        for (int length = 0; length < record.length; length += 97) {
            assertThat(on(LATER).check(java.util.Arrays.copyOf(record, length), List.of()))
                    .extracting("position")
                    .isEqualTo("record");
        }
    }

    @Test
    void moreGroupsThanATimeStampTakesAreRefused() {
        List<DataGroup> many = IntStream.rangeClosed(0, Stamping.MOST)
                .mapToObj(i -> Paper.number(i).group(SHA_256))
                .toList();
        Stamping stamping = by(FIRST, MADE);

        assertThatThrownBy(() -> stamping.record(many)).isInstanceOf(IllegalArgumentException.class);
    }
}
