package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import muhafiz.proof.tlog.EntryBundle;
import muhafiz.proof.tlog.LogPath;
import muhafiz.proof.tlog.Tile;
import muhafiz.service.document.Removal;
import muhafiz.store.ObjectDestroyer;
import muhafiz.store.S3Tiles;

/** Takes entry bundles out of the bucket, as c2sp.org/tlog-tiles lets a log do with its oldest; tiles of hashes stay. */
@ApplicationScoped
class OldBundles {
    private static final String BUNDLES = S3Tiles.PREFIX + "tile/entries/";

    private final ObjectDestroyer destroyer;
    private final Removal removal;

    @Inject
    OldBundles(ObjectDestroyer destroyer, Removal removal) {
        this.destroyer = destroyer;
        this.removal = removal;
    }

    /** Removes what lies wholly below that place, partial ones too; what is locked goes later. */
    void removeBelow(long place) {
        List<String> names = new ArrayList<>();
        destroyer.list(BUNDLES, object -> {
            if (endsBelow(object.name().substring(S3Tiles.PREFIX.length()), place)) {
                names.add(object.name());
            }
        });
        names.forEach(removal::remove);
    }

    private static boolean endsBelow(String path, long place) {
        try {
            return LogPath.parse(path) instanceof EntryBundle bundle && bundle.first() + Tile.WIDTH <= place;
        } catch (IllegalArgumentException noPath) {
            return false;
        }
    }
}
