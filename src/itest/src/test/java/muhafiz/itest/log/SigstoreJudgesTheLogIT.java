package muhafiz.itest.log;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.rekor.client.ImmutableInclusionProof;
import dev.sigstore.rekor.client.ImmutableRekorEntry;
import dev.sigstore.rekor.client.ImmutableVerification;
import dev.sigstore.rekor.client.RekorEntry;
import dev.sigstore.rekor.client.RekorVerificationException;
import dev.sigstore.rekor.client.RekorVerifier;
import dev.sigstore.trustroot.ImmutableLogId;
import dev.sigstore.trustroot.ImmutablePublicKey;
import dev.sigstore.trustroot.ImmutableTransparencyLog;
import dev.sigstore.trustroot.ImmutableValidFor;
import dev.sigstore.trustroot.TransparencyLog;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import muhafiz.itest.stand.Answer;
import muhafiz.itest.stand.Patience;
import muhafiz.proof.paper.Receipt;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.TlogProof;
import muhafiz.proof.tlog.VerifierKey;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** sigstore-java, which knows nothing of this archive, reads its receipts: leaf, inclusion proof, checkpoint and signature. */
@ExtendWith(WitnessedArchive.class)
class SigstoreJudgesTheLogIT {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void sigstoreAcceptsTheReceiptsOfTheRunningArchive(Witnessed house) throws IOException {
        TlogProof proof = receipt(house);
        var judge = judge(house.vkey());

        assertThatCode(() -> judge.verifyEntry(entry(house, proof, leaf(proof))))
                .doesNotThrowAnyException();
    }

    @Test
    void sigstoreRefusesAnotherEntryUnderTheSameProof(Witnessed house) throws IOException {
        TlogProof proof = receipt(house);
        var judge = judge(house.vkey());
        byte[] other = leaf(proof);
        other[0] ^= 1;

        assertThatThrownBy(() -> judge.verifyEntry(entry(house, proof, other)))
                .isInstanceOf(RekorVerificationException.class);
    }

    private static TlogProof receipt(Witnessed house) {
        String document = house.busy(300);
        Answer answer = Patience.until(
                Duration.ofSeconds(30),
                () -> house.archive().client("portal").get("/api/v1/documents/" + document + "/receipt"),
                found -> found.status() == 200);
        return TlogProof.parse(answer.text());
    }

    private static byte[] leaf(TlogProof proof) {
        return Receipt.of(proof).leaf().encoded();
    }

    private static byte[] logId(VerifierKey key) {
        return ByteBuffer.allocate(32).putInt(key.keyId()).array();
    }

    private static RekorVerifier judge(VerifierKey key) throws IOException {
        byte[] spki = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                        new Ed25519PublicKeyParameters(key.publicKey()))
                .getEncoded();
        TransparencyLog log = ImmutableTransparencyLog.builder()
                .baseUrl(URI.create("https://" + key.name()))
                .hashAlgorithm("SHA2_256")
                .logId(ImmutableLogId.builder().keyId(logId(key)).build())
                .publicKey(ImmutablePublicKey.builder()
                        .rawBytes(spki)
                        .keyDetails("PKIX_ED25519")
                        .validFor(
                                ImmutableValidFor.builder().start(Instant.EPOCH).build())
                        .build())
                .build();
        return RekorVerifier.newRekorVerifier(List.of(log));
    }

    private static RekorEntry entry(Witnessed house, TlogProof proof, byte[] leaf) {
        var checkpoint = Checkpoint.parse(proof.checkpoint().text());
        var inclusion = ImmutableInclusionProof.builder()
                .checkpoint(proof.checkpoint().asText())
                .addAllHashes(proof.path().stream().map(Object::toString).toList())
                .logIndex(proof.index())
                .rootHash(checkpoint.root().toString())
                .treeSize(checkpoint.size())
                .build();
        return ImmutableRekorEntry.builder()
                .body(Base64.getEncoder().encodeToString(leaf))
                .integratedTime(0)
                .logID(HEX.formatHex(logId(house.vkey())))
                .logIndex(proof.index())
                .verification(ImmutableVerification.builder()
                        .inclusionProof(inclusion)
                        .build())
                .build();
    }
}
