package muhafiz.service.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.Tile;

/** The log's immutable parts as far as they were shown. */
@ApplicationScoped
public class PublicTree {
    private static final int HEIGHT = 8;

    private final CheckpointRows rows;
    private final Publication publication;

    @Inject
    PublicTree(CheckpointRows rows, Publication publication) {
        this.rows = rows;
        this.publication = publication;
    }

    /** A tile; empty where the newest checkpoint does not reach so far. */
    public Optional<byte[]> tile(Tile tile) {
        return isShown(tile.level(), tile.first() + tile.width())
                ? Optional.of(publication.bytes(tile))
                : Optional.empty();
    }

    /** A bundle; empty where the newest checkpoint does not reach so far, or the log's term has passed for it. */
    public Optional<byte[]> bundle(EntryBundle bundle) {
        return isShown(0, bundle.first() + bundle.width()) ? publication.bytes(bundle) : Optional.empty();
    }

    private boolean isShown(int level, long end) {
        long size = rows.newest().map(Published::size).orElse(0L);
        return end <= size >> HEIGHT * level;
    }
}
