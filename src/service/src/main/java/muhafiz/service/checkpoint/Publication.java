package muhafiz.service.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muhafiz.crypto.IntegrityException;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.Tile;
import muhafiz.proof.tree.CompactRange;
import muhafiz.service.log.Lease;
import muhafiz.service.log.TreeRows;
import muhafiz.store.S3Tiles;
import org.jspecify.annotations.Nullable;

/**
 * The steps by which a tree that has grown is shown: bundles, tiles, signature, cosignatures, checkpoint into the bucket, checkpoint into
 * the database. Whoever is stopped after any of them has shown nothing that the bucket does not hold. One thread on the node that has the
 * lease; another that still believes to have it does no harm, since both show the same tree.
 */
@ApplicationScoped
public class Publication {
    static final String CHECKPOINT = "checkpoint";

    private final TreeRows tree;
    private final CheckpointRows rows;
    private final S3Tiles shelf;
    private final CheckpointSigner signer;
    private final Cosigning cosigning;
    private final ShelvedKeys shelved;
    private volatile @Nullable Checkpoint signedHere;

    @Inject
    public Publication(
            TreeRows tree, CheckpointRows rows, S3Tiles shelf, CheckpointSigner signer, Cosigning cosigning) {
        this.tree = tree;
        this.rows = rows;
        this.shelf = shelf;
        this.shelved = new ShelvedKeys(shelf);
        this.signer = signer;
        this.cosigning = cosigning;
    }

    /**
     * Shows the tree as it stands.
     *
     * @return empty where it has been shown already
     * @throws BehindException where a witness has cosigned a larger one
     * @throws IntegrityException where the tree does not begin with what was shown: nobody signs that, whoever changed the rows
     * @throws muhafiz.crypto.UnavailableException where the store is away
     * @throws IllegalStateException where the lease is another's by now
     */
    public Optional<SignedNote> publish(Lease lease) {
        CompactRange head = tree.head();
        Optional<Checkpoint> shown = rows.newest().map(Published::checkpoint);
        long before = shown.map(Checkpoint::size).orElse(0L);
        if (head.size() <= before) {
            return Optional.empty();
        }
        requireContinued(shown, head);
        putTree(before, head.size());
        requireHeld(rows.isHeld(lease));
        Checkpoint checkpoint = new Checkpoint(signer.origin(), head.size(), head.root());
        signedHere = checkpoint;
        SignedNote signed = signer.sign(checkpoint);
        if (signed.signatures().isEmpty()) {
            throw new IllegalStateException("no key of the log signs at this size yet");
        }
        SignedNote note = cosigning.cosigned(signed, before);
        requireHeld(rows.isHeld(lease));
        putKeys();
        shelf.put(CHECKPOINT, note.encoded());
        boolean isShown = rows.publish(lease, head.size(), note);
        if (!isShown) { // what another has shown meanwhile may have been written over
            rows.newest()
                    .ifPresent(newest -> shelf.put(CHECKPOINT, newest.note().encoded()));
        }
        requireHeld(isShown);
        return Optional.of(note);
    }

    /** Rows can be changed by whoever owns the database, together with the checkpoint there; what this node has signed is in its memory. */
    private void requireContinued(Optional<Checkpoint> shown, CompactRange head) {
        Stream.concat(shown.stream(), Stream.ofNullable(signedHere)).distinct().forEach(before -> {
            if (!tree.continues(before.size(), before.root(), head)) {
                throw new IntegrityException(
                        "the log does not begin with the " + before.size() + " entries that were shown");
            }
        });
    }

    private static void requireHeld(boolean isHeld) {
        if (!isHeld) {
            throw new IllegalStateException("the lease of the log is another's");
        }
    }

    /** Puts what a tree of one size has more than one of a smaller size. */
    void putTree(long from, long to) {
        for (EntryBundle bundle : EntryBundle.between(from, to)) {
            bytes(bundle).ifPresent(bytes -> shelf.put(bundle.path(), bytes));
        }
        for (Tile tile : Tile.between(from, to)) {
            shelf.put(tile.path(), bytes(tile));
        }
    }

    /** Who comes back with an older database must be able to follow. */
    private void putKeys() {
        signer.changes().forEach(shelved::put);
    }

    /** The content of a tile that the tree has. */
    byte[] bytes(Tile tile) {
        return Tile.encode(tree.hashes(tile.level(), tile.first(), tile.width()));
    }

    /** The content of a bundle that the tree has; empty where the log's term has passed for it. */
    Optional<byte[]> bytes(EntryBundle bundle) {
        List<byte[]> entries = tree.leaves(bundle.first(), bundle.width());
        return entries.size() == bundle.width() ? Optional.of(EntryBundle.encode(entries)) : Optional.empty();
    }
}
