package muhafiz.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.seal.Tally;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.document.Document;
import muhafiz.domain.intake.MediaTypes;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.document.About;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.document.SelfDescription;

/**
 * Receives a document. It is acknowledged only after its ciphertext, its wrapped key, its row and its log entry are durable; whatever
 * fails before that leaves nothing but sealed objects without a key, which are swept.
 */
@ApplicationScoped
public class Intake {
    private final Admission admission;
    private final IntakeCommit commit;
    private final Repeats repeats;
    private final Receipts receipts;
    private final Sealing sealing;
    private final InstantSource clock;

    @Inject
    Intake(
            Admission admission,
            IntakeCommit commit,
            Repeats repeats,
            Receipts receipts,
            Sealing sealing,
            InstantSource clock) {
        this.admission = admission;
        this.commit = commit;
        this.repeats = repeats;
        this.receipts = receipts;
        this.sealing = sealing;
        this.clock = clock;
    }

    /**
     * Takes the body in one pass. No transaction and no connection to the store is held while it is waited for.
     *
     * @throws RefusedException with the contract's code; nothing was acknowledged and nothing can be read
     * @throws IOException where the sender went away
     */
    public Received receive(Caller caller, String number, Upload upload) throws IOException {
        return receive(caller, number, upload, document -> {});
    }

    /** What else is to be written with a document. */
    public interface Filed {
        /** In the transaction that files it, before its row is written; what it throws keeps the document out. */
        void as(UUID document);
    }

    /** The same, with something else to be written in the same commit; never called for a repeated request. */
    public Received receive(Caller caller, String number, Upload upload, Filed filed) throws IOException {
        Admission.Admitted admitted = admission.admit(caller, number, upload.kind());
        try {
            return receive(caller, admitted, upload, filed);
        } catch (RefusedException refused) {
            admission.refused(caller, admitted, refused.refusal());
            throw refused;
        }
    }

    private Received receive(Caller caller, Admission.Admitted admitted, Upload upload, Filed filed)
            throws IOException {
        InputStream sized = new Sized(upload.body(), admitted.kind().maxBytes(), upload.length());
        Optional<Repeats.Key> key = upload.idempotencyKey().map(name -> repeats.keyOf(caller, admitted.caseId(), name));
        Optional<Repeats.Earlier> earlier = key.flatMap(repeats::find);
        if (earlier.isPresent()) {
            return receipts.again(repeats.confirm(earlier.get(), Sha256.of(sized)));
        }
        return take(new Taking(caller, admitted, upload, key, filed), new BufferedInputStream(sized, MediaTypes.HEAD));
    }

    /** One upload that was admitted. */
    record Taking(
            Caller caller, Admission.Admitted admitted, Upload upload, Optional<Repeats.Key> repeatKey, Filed filed) {}

    private Received take(Taking taking, InputStream body) throws IOException {
        String mediaType = mediaType(taking, body);
        Document.Identity identity =
                new Document.Identity(Randoms.id(), taking.admitted().caseId(), Randoms.id(), Randoms.id());
        try (LeafKey key = LeafKey.fresh()) {
            return receipts.fresh(commit.commit(taking, sealing.seal(identity, key, body, tally -> {
                checkDigest(taking, tally);
                return describe(taking, tally, mediaType);
            })));
        }
    }

    /** Said once: what the ciphertext carries is what the row will say. */
    private SelfDescription describe(Taking taking, Tally tally, String mediaType) {
        Admission.Admitted admitted = taking.admitted();
        Document.Filing filing = new Document.Filing(
                admitted.kind().id(),
                admitted.recordClass(),
                admitted.past().provenance(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                taking.upload().replaces());
        About about = new About(
                tally.length(),
                tally.sha256(),
                mediaType,
                taking.upload().fileName(),
                Randoms.bytes(About.NONCE),
                Randoms.id());
        return new SelfDescription(
                DocumentSeal.ORIGINAL,
                admitted.caseId(),
                admitted.persons(),
                filing,
                admitted.past().events(),
                about,
                tally.sealedSha256());
    }

    private String mediaType(Taking taking, InputStream body) throws IOException {
        body.mark(MediaTypes.HEAD);
        byte[] head = body.readNBytes(MediaTypes.HEAD);
        body.reset();
        return taking.admitted().requireType(head);
    }

    private void checkDigest(Taking taking, Tally tally) {
        Optional<byte[]> declared = taking.upload().sha256();
        if (declared.isPresent() && !MessageDigest.isEqual(declared.get(), tally.sha256())) {
            throw new RefusedException(Refusal.DIGEST_MISMATCH, "the bytes received are not those of Content-Digest");
        }
    }
}
