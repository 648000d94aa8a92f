package muhafiz.service.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.LogPath;
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

    /** A tile by its path; empty where that is none, or the newest checkpoint does not reach so far. */
    public Optional<byte[]> tile(String path) {
        return parsed(path)
                .filter(Tile.class::isInstance)
                .map(Tile.class::cast)
                .filter(tile -> isShown(tile.level(), tile.first() + tile.width()))
                .map(publication::bytes);
    }

    /** A bundle by its path; empty where that is none, the newest checkpoint does not reach so far, or the log's term has passed for it. */
    public Optional<byte[]> bundle(String path) {
        return parsed(path)
                .filter(EntryBundle.class::isInstance)
                .map(EntryBundle.class::cast)
                .filter(bundle -> isShown(0, bundle.first() + bundle.width()))
                .flatMap(publication::bytes);
    }

    private static Optional<LogPath> parsed(String path) {
        try {
            return Optional.of(LogPath.parse(path));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isShown(int level, long end) {
        long size = rows.newest().map(Published::size).orElse(0L);
        return end <= size >> (HEIGHT * level);
    }
}
