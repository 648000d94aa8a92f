package muhafiz.service.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muhafiz.crypto.IntegrityException;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.store.S3Tiles;

/** The checkpoint beside the tiles; it must be there to be asked. */
@ApplicationScoped
public class BucketHead implements KnownHead {
    private final S3Tiles shelf;
    private final CheckpointSigner signer;
    private final ShelvedKeys shelved;

    @Inject
    public BucketHead(S3Tiles shelf, CheckpointSigner signer) {
        this.shelf = shelf;
        this.signer = signer;
        this.shelved = new ShelvedKeys(shelf);
    }

    @Override
    public String name() {
        return "bucket";
    }

    @Override
    public Optional<Known> newest() {
        return shelf.get(Publication.CHECKPOINT).map(SignedNote::parse).map(this::checked);
    }

    private Known checked(SignedNote note) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (!checkpoint.origin().equals(signer.origin())
                || note.signedBy(trusted()).isEmpty()) {
            throw new IntegrityException("the checkpoint in the bucket is not of this log's keys");
        }
        return new Known(checkpoint.size(), Optional.of(checkpoint.root()));
    }

    /** The keys known here, and those that they have named since: a database that came back may be older than its log's key. */
    private List<VerifierKey> trusted() {
        List<VerifierKey> known = signer.known();
        Stream<VerifierKey> since =
                shelved.after(known).stream().map(named -> named.change().newKey());
        return Stream.concat(known.stream(), since).toList();
    }
}
