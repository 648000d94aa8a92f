package muhafiz.verify.check;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.LogPath;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.Tile;
import muhafiz.verify.line.Arguments;

/**
 * Mirrors a log into a folder: {@code download URL DIR}.
 *
 * <p>What lies there already is not asked for again; what the log does not have is named where the log is read, in its order. The
 * folder's checkpoint is replaced only when all tiles are there, lead to the new one and contain the log of the old one; until then,
 * and where the log has forked, the old one stays and holds the log to its word. What was received stays as evidence, and who wants
 * to begin anew takes another folder.
 */
final class Download {
    private final Fetch log;
    private final LogFolder folder;
    private int fetched;

    private Download(Fetch log, LogFolder folder) {
        this.log = log;
        this.folder = folder;
    }

    static Outcome run(Arguments arguments) {
        String prefix = arguments.next("the address of the log");
        var folder = new LogFolder(Input.path(arguments.next("the folder")));
        arguments.end();
        var trust = Trust.of(arguments);
        return new Download(Fetch.of(arguments, prefix), folder).mirror(trust, arguments.has("--entries"));
    }

    private Outcome mirror(Trust trust, boolean withEntries) {
        byte[] answer = log.checkpoint();
        SignedNote note = Input.understood("the log's checkpoint", () -> SignedNote.parse(answer));
        Checkpoint head = trust.accept(note);
        List<Checkpoint> before =
                folder.checkpoint().map(trust::acceptFloor).map(List::of).orElse(List.of());
        fetchTiles(head.size());
        if (withEntries) {
            fetchBundles(head.size());
        }
        long fromIndex = withEntries ? 0 : Long.MAX_VALUE;
        new Walk(new Leaves(folder, fromIndex), head, before, List.of()).run();
        folder.write(note);
        return Outcome.Holds.of("size", head.size()).and("root", head.root()).and("fetched", fetched);
    }

    private void fetchTiles(long size) {
        for (int level = 0; level <= Tile.HIGHEST_LEVEL; level++) {
            if (!Tile.eachBetween(level, 0, size).allMatch(this::fetch)) {
                return;
            }
        }
    }

    /** Up to the first that the log does not hand out; the walk names it. */
    private void fetchBundles(long size) {
        Iterator<EntryBundle> bundles = EntryBundle.eachBetween(0, size).iterator();
        while (bundles.hasNext()) {
            if (!fetch(bundles.next())) {
                return;
            }
        }
    }

    /** @return false where the log has none: then nothing further is asked for, however large the log says it is */
    private boolean fetch(Tile tile) {
        var full = new Tile(tile.level(), tile.index(), Tile.WIDTH);
        return folder.has(tile)
                || folder.has(full)
                || keep(tile, log.tile(tile))
                || (tile.isPartial() && keep(full, log.tile(full)));
    }

    private boolean fetch(EntryBundle bundle) {
        var full = new EntryBundle(bundle.index(), Tile.WIDTH);
        return folder.has(bundle)
                || folder.has(full)
                || keep(bundle, log.bundle(bundle))
                || (bundle.isPartial() && keep(full, log.bundle(full)));
    }

    private boolean keep(LogPath place, Optional<byte[]> content) {
        content.ifPresent(bytes -> {
            folder.write(place, bytes);
            fetched++;
        });
        return content.isPresent();
    }
}
