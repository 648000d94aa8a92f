package muhafiz.proof.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import muhafiz.proof.Numbers;
import muhafiz.proof.authority.Certification.Revocation;
import muhafiz.proof.evidence.Anchors;
import muhafiz.proof.evidence.BrokenStampException;
import muhafiz.proof.evidence.DataGroup;
import muhafiz.proof.evidence.DataObject;
import muhafiz.proof.evidence.EvidenceCheck;
import muhafiz.proof.evidence.EvidenceHash;
import muhafiz.proof.evidence.EvidenceRecord;
import muhafiz.proof.evidence.Imprint;
import muhafiz.proof.evidence.NoTimeStampException;
import muhafiz.proof.evidence.Stamping;
import muhafiz.proof.evidence.TimeStamp;
import muhafiz.proof.evidence.TimestampAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTimestampAuthorityTest extends TimestampAuthorityContract {
    private static final int SUPERSEDED = 4;

    @Override
    TimestampAuthority authority() {
        return new LocalTimestampAuthority(KEYS, InstantSource.fixed(NOW), Numbers::next);
    }

    @Test
    void itsKeysAreTheSameAfterBeingWritten() {
        AuthorityKeys read = AuthorityKeys.read(KEYS.secret());

        TimeStamp stamp = new LocalTimestampAuthority(read, InstantSource.fixed(NOW), Numbers::next)
                .stamp(imprint(EvidenceHash.SHA_256));

        assertThat(read.anchor()).isEqualTo(KEYS.anchor());
        assertThat(stamp.verify(imprint(EvidenceHash.SHA_256), ANCHORS, NOW)).isEqualTo(KEYS.stamperEnds());
        assertThat(read.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void keysThatAreNoneAreRefused() {
        assertThatThrownBy(() -> AuthorityKeys.read(KEYS.anchor())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AuthorityKeys.read("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsIssuerGivesARevocationList() throws Exception {
        byte[] list = new LocalTimestampAuthority(KEYS, InstantSource.fixed(NOW), Numbers::next).revocationList();

        X509CRL read = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
        read.verify(ANCHORS.certificates().iterator().next().getPublicKey());
        assertThat(read.getNextUpdate().toInstant()).isAfter(NOW);
    }

    @Test
    void aStamperThatWasRevokedIsNotBelievedFromThenOn() {
        BigInteger serial = KEYS.stamper().certificate().getSerialNumber();
        Imprint imprint = imprint(EvidenceHash.SHA_256);
        TimeStamp before = stampWith(serial, NOW.plusSeconds(60), OptionalInt.of(SUPERSEDED));
        TimeStamp after = stampWith(serial, NOW.minusSeconds(60), OptionalInt.of(SUPERSEDED));

        assertThat(before.verify(imprint, ANCHORS, NOW)).isEqualTo(KEYS.stamperEnds());
        assertThatThrownBy(() -> after.verify(imprint, ANCHORS, NOW))
                .isInstanceOf(BrokenStampException.class)
                .hasMessageContaining("revoked at " + NOW.minusSeconds(60));
    }

    private static TimeStamp stampWith(BigInteger serial, Instant since, OptionalInt reason) {
        return authority(KEYS, NOW, Map.of(serial, new Revocation(since, reason)))
                .stamp(imprint(EvidenceHash.SHA_256));
    }

    private static LocalTimestampAuthority authority(
            AuthorityKeys keys, Instant now, Map<BigInteger, Revocation> revoked) {
        return new LocalTimestampAuthority(keys, InstantSource.fixed(now), Numbers::next, revoked);
    }

    /** RFC 3161 §4: without a reason, and with any but four, "all tokens signed with the corresponding key SHALL be … invalid". */
    @Test
    void aStamperWhoseKeyWasCompromisedIsNeverBelieved() {
        BigInteger serial = KEYS.stamper().certificate().getSerialNumber();
        Imprint imprint = imprint(EvidenceHash.SHA_256);
        Instant later = NOW.plusSeconds(60);

        for (OptionalInt reason : List.of(OptionalInt.empty(), OptionalInt.of(1), OptionalInt.of(2))) {
            TimeStamp stamp = stampWith(serial, later, reason);
            assertThatThrownBy(() -> stamp.verify(imprint, ANCHORS, NOW))
                    .isInstanceOf(BrokenStampException.class)
                    .hasMessageContaining("revoked at " + later);
        }
        for (int reason : new int[] {0, 3, 4, 5}) {
            assertThat(stampWith(serial, later, OptionalInt.of(reason)).verify(imprint, ANCHORS, NOW))
                    .isEqualTo(KEYS.stamperEnds());
        }
    }

    @Test
    void aLaterStampTellsThatTheEarlierOnesKeyWasCompromised() {
        byte[] note = new byte[] {1};
        Instant renewed = NOW.plusSeconds(86_400);
        var revoked =
                Map.of(KEYS.stamper().certificate().getSerialNumber(), new Revocation(renewed, OptionalInt.of(1)));
        var records = new Stamping(authority(KEYS, NOW, Map.of()))
                .record(List.of(new DataGroup(List.of(Imprint.of(EvidenceHash.SHA_256, note)))));

        var sound = renewed(records, renewed, Map.of());
        var exposed = renewed(records, renewed, revoked);

        var check = new EvidenceCheck(ANCHORS, renewed.plusSeconds(1));
        var objects = List.of(DataObject.bytes("note", note));
        assertThat(check.check(sound, objects)).isInstanceOf(EvidenceCheck.Finding.Holds.class);
        assertThat(check.check(exposed, objects))
                .isEqualTo(new EvidenceCheck.Finding.Broken(
                        "chain 1, time stamp 1", "its signer was revoked at " + renewed));
    }

    private static EvidenceRecord renewed(
            List<EvidenceRecord> records, Instant at, Map<BigInteger, Revocation> revoked) {
        return new Stamping(authority(KEYS.withAnotherStamper(at), at, revoked))
                .renewTimeStamps(records)
                .get(0);
    }

    /** The stamp is by the one who is itself the anchor: nobody's list speaks of it. */
    @Test
    void aRecordSaysOfHowManySignersNoListSpeaks() {
        byte[] note = new byte[] {1};
        var itself = new Anchors(Set.of(KEYS.stamper().certificate()));
        var record = new Stamping(authority(KEYS, NOW, Map.of()))
                .record(List.of(new DataGroup(List.of(Imprint.of(EvidenceHash.SHA_256, note)))))
                .get(0);

        assertThat(new EvidenceCheck(itself, NOW).check(record, List.of(DataObject.bytes("note", note))))
                .isEqualTo(new EvidenceCheck.Finding.Holds(NOW, KEYS.stamperEnds(), 1, 1));
        assertThat(new EvidenceCheck(ANCHORS, NOW).check(record, List.of(DataObject.bytes("note", note))))
                .isEqualTo(new EvidenceCheck.Finding.Holds(NOW, KEYS.stamperEnds(), 1, 0));
    }

    @Test
    void aStamperWhoseCertificateHasEndedStampsNoMore() {
        TimestampAuthority late = new LocalTimestampAuthority(
                KEYS, InstantSource.fixed(NOW.plus(4 * 365, ChronoUnit.DAYS)), Numbers::next);

        assertThatThrownBy(() -> verified(late))
                .isInstanceOfAny(NoTimeStampException.class, BrokenStampException.class);
    }

    private static void verified(TimestampAuthority authority) {
        TimeStamp stamp = authority.stamp(imprint(EvidenceHash.SHA_256));
        stamp.verify(imprint(EvidenceHash.SHA_256), ANCHORS, stamp.at());
    }

    @Test
    void anotherStamperUnderTheSameIssuerIsBelievedByTheSameAnchor() {
        Instant later = NOW.plus(2 * 365, ChronoUnit.DAYS);
        AuthorityKeys renewed = KEYS.withAnotherStamper(later);

        TimeStamp stamp = new LocalTimestampAuthority(renewed, InstantSource.fixed(later), Numbers::next)
                .stamp(imprint(EvidenceHash.SHA_256));

        assertThat(renewed.anchor()).isEqualTo(KEYS.anchor());
        assertThat(stamp.verify(imprint(EvidenceHash.SHA_256), ANCHORS, later)).isEqualTo(renewed.stamperEnds());
        assertThat(renewed.stamperEnds()).isAfter(KEYS.stamperEnds());
    }

    @Test
    void bytesThatAreNoQueryAreNotAnswered() {
        LocalTimestampAuthority authority = new LocalTimestampAuthority(KEYS, InstantSource.fixed(NOW), Numbers::next);

        assertThatThrownBy(() -> authority.answer("no query".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IOException.class);
    }

    /** OpenSSL's {@code ts}, another implementation of RFC 3161, asks and verifies. */
    @Test
    void opensslAcceptsItsStamps(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        Instant now = Instant.now();
        AuthorityKeys keys = AuthorityKeys.fresh(now);
        Files.writeString(folder.resolve("data"), "something");
        Files.writeString(folder.resolve("ca.pem"), keys.anchor());
        assertThat(openssl(folder, "ts", "-query", "-data", "data", "-sha512", "-cert", "-out", "query"))
                .isZero();

        byte[] answer = new LocalTimestampAuthority(keys, InstantSource.fixed(now), Numbers::next)
                .answer(Files.readAllBytes(folder.resolve("query")));

        Files.write(folder.resolve("reply"), answer);
        String[] verify = {"ts", "-verify", "-queryfile", "query", "-in", "reply", "-CAfile", "ca.pem"};
        assertThat(openssl(folder, verify)).isZero();
        Files.writeString(folder.resolve("data"), "something else");
        String[] other = {"ts", "-verify", "-data", "data", "-in", "reply", "-CAfile", "ca.pem"};
        assertThat(openssl(folder, other)).isNotZero();
    }

    private static int openssl(Path folder, String... arguments) throws IOException, InterruptedException {
        java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of("/usr/bin/openssl"));
        command.addAll(java.util.List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start()
                .waitFor();
    }

    @Test
    void anchorsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> Anchors.read(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Anchors.read(new byte[] {1, 2, 3})).isInstanceOf(IllegalArgumentException.class);
    }
}
