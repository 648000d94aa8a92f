package muhafiz.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.document.Document;
import muhafiz.domain.intake.MediaTypes;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.document.About;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.document.SelfDescription;

/** Takes in the documents of a case that is older than this archive, together with the case. Safe for all threads. */
@ApplicationScoped
public class OldPapers {
    private final Sealing sealing;
    private final IntakeCommit commit;

    @Inject
    OldPapers(Sealing sealing, IntakeCommit commit) {
        this.sealing = sealing;
        this.commit = commit;
    }

    /**
     * A document as the old archive had it.
     *
     * @param admitted to which case, as what and about whom; by which rule
     * @param receivedAt when it was received there
     * @param fileName as it was called there; kept sealed
     */
    public record Paper(Admission.Admitted admitted, Instant receivedAt, Optional<String> fileName) {}

    /** Bytes that lie in the store and that nothing knows of yet; closing it wipes their key. */
    public record Sealed(Admission.Admitted admitted, IntakeCommit.Sealed sealed) implements AutoCloseable {
        @Override
        public void close() {
            sealed.key().close();
        }
    }

    /** Tells whether the bytes are those that were promised, by their SHA-256. */
    public interface Promised {
        boolean are(byte[] sha256);
    }

    /**
     * Seals a document into the store, in one pass.
     *
     * @throws RefusedException {@code empty-body}, {@code too-large}, {@code type-not-accepted}, {@code digest-mismatch}
     */
    public Sealed seal(Paper paper, InputStream body, Promised promised) throws IOException {
        Admission.Admitted admitted = paper.admitted();
        InputStream head = new BufferedInputStream(body, MediaTypes.HEAD);
        head.mark(MediaTypes.HEAD);
        String mediaType = admitted.requireType(head.readNBytes(MediaTypes.HEAD));
        head.reset();
        Document.Identity identity = new Document.Identity(Randoms.id(), admitted.caseId(), Randoms.id(), Randoms.id());
        LeafKey key = LeafKey.fresh();
        try {
            return new Sealed(admitted, sealing.seal(identity, key, head, tally -> {
                admitted.requireLength(tally.length());
                if (!promised.are(tally.sha256())) {
                    throw new RefusedException(
                            Refusal.DIGEST_MISMATCH, "the bytes are no longer those that were looked at");
                }
                About about = new About(
                        tally.length(),
                        tally.sha256(),
                        mediaType,
                        paper.fileName(),
                        Randoms.bytes(About.NONCE),
                        Randoms.id());
                return new SelfDescription(
                        DocumentSeal.ORIGINAL,
                        admitted.caseId(),
                        admitted.persons(),
                        filing(paper),
                        admitted.past().events(),
                        about,
                        tally.sealedSha256());
            }));
        } catch (IOException | RuntimeException e) {
            key.close();
            throw e;
        }
    }

    private static Document.Filing filing(Paper paper) {
        Admission.Admitted admitted = paper.admitted();
        return new Document.Filing(
                admitted.kind().id(),
                admitted.recordClass(),
                admitted.past().provenance(),
                paper.receivedAt(),
                Optional.empty());
    }

    /** Files them all, in the transaction that registers their case. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void file(Caller caller, CaseFile file, Collection<Sealed> papers, UUID importId) {
        commit.commitOld(caller, file, papers, Map.of("import", importId.toString()));
    }
}
