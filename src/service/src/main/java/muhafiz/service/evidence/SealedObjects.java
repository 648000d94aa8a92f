package muhafiz.service.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.seal.SealedLength;
import muhafiz.proof.evidence.DataGroup;
import muhafiz.proof.evidence.EvidenceHash;
import muhafiz.proof.evidence.Imprint;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.evidence.EvidenceRows.Paper;
import muhafiz.store.Label;
import muhafiz.store.ObjectName;
import muhafiz.store.ObjectStore;

/**
 * The two objects that a document's evidence is over: its ciphertext, all pieces one after the other, and its label, in ASCII as it stands
 * beside the last piece. Nothing here has a key. Safe for all threads.
 */
@ApplicationScoped
class SealedObjects {
    private static final int MOST_AT_ONCE = 1 << 20;

    private final ObjectStore store;

    @Inject
    SealedObjects(ObjectStore store) {
        this.store = store;
    }

    /** By the hash that was taken when the ciphertext was made; empty where the label is not there. */
    Optional<DataGroup> asReceived(Paper paper) {
        EvidenceHash hash = EvidenceHash.SHA_256;
        return label(paper)
                .map(label ->
                        new DataGroup(List.of(new Imprint(hash, paper.content().sha256()), Imprint.of(hash, label))));
    }

    /** An object by two hashes. */
    record Both(Imprint old, Imprint fresh) {
        List<Imprint> imprints() {
            return List.of(old, fresh);
        }
    }

    /** By two hashes of what lies in the store now: ciphertext, label; empty where the label is not there. */
    Optional<List<Both>> asStored(Paper paper, EvidenceHash old, EvidenceHash fresh) {
        return label(paper)
                .map(label -> List.of(
                        ciphertext(paper, old, fresh), new Both(Imprint.of(old, label), Imprint.of(fresh, label))));
    }

    private Both ciphertext(Paper paper, EvidenceHash old, EvidenceHash fresh) {
        SealedLength length = new SealedLength(paper.content().length());
        MessageDigest first = old.digest();
        MessageDigest second = fresh.digest();
        for (int segment = 0; segment < length.segments(); segment++) {
            int whole = length.segmentLength(segment);
            for (int offset = 0; offset < whole; offset += MOST_AT_ONCE) {
                byte[] bytes =
                        store.read(name(paper.version(), segment), offset, Math.min(MOST_AT_ONCE, whole - offset));
                first.update(bytes);
                second.update(bytes);
            }
        }
        return new Both(new Imprint(old, first.digest()), new Imprint(fresh, second.digest()));
    }

    private Optional<byte[]> label(Paper paper) {
        return store.label(name(paper.version(), paper.content().segments() - 1))
                .map(Label::ascii);
    }

    private static ObjectName name(UUID version, int segment) {
        return new ObjectName(version, DocumentSeal.ORIGINAL, segment);
    }
}
