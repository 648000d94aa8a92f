package muhafiz.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.service.config.Settings;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.Removal;
import muhafiz.service.keys.Keyring;
import muhafiz.store.ObjectDestroyer;
import muhafiz.store.ObjectName;
import muhafiz.store.ObjectStore;
import muhafiz.store.S3Tiles;
import muhafiz.store.S3Tombstones;
import muhafiz.store.StoredObject;

/**
 * Clears away what was put but never committed: sealed objects without a row, whose key nobody keeps. Only objects older than the grace
 * period, so that nothing under way is touched; a name it does not understand is reported and left.
 */
@ApplicationScoped
public class OrphanSweep {
    private static final Logger LOG = System.getLogger(OrphanSweep.class.getName());
    private static final int BATCH = 500;

    private final ObjectDestroyer destroyer;
    private final ObjectStore store;
    private final Removal removal;
    private final Keys keys;
    private final DocumentRows documents;
    private final Settings settings;
    private final InstantSource clock;

    @Inject
    OrphanSweep(
            ObjectDestroyer destroyer,
            ObjectStore store,
            Removal removal,
            Keys keys,
            DocumentRows documents,
            Settings settings,
            InstantSource clock) {
        this.destroyer = destroyer;
        this.store = store;
        this.removal = removal;
        this.keys = keys;
        this.documents = documents;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return how many objects were deleted */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public int sweep() {
        if (documents.areOrphansHeld()) {
            LOG.log(
                    Level.INFO,
                    "objects without a row are left alone since the restoration; release-orphans ends that");
            return 0;
        }
        Instant before = clock.instant().minus(settings.archive().span("orphans.grace"));
        List<StoredObject> old = new ArrayList<>();
        int[] deleted = {0};
        destroyer.list(object -> {
            if (object.modified().isBefore(before) && !isOurs(object.name())) {
                old.add(object);
            }
            if (old.size() == BATCH) {
                deleted[0] += delete(old);
                old.clear();
            }
        });
        return deleted[0] + delete(old);
    }

    /** Neither tombstones nor the log are anybody's document. */
    private static boolean isOurs(String name) {
        return name.startsWith(S3Tombstones.PREFIX) || name.startsWith(S3Tiles.PREFIX);
    }

    private int delete(List<StoredObject> old) {
        List<UUID> versions = old.stream()
                .flatMap(object -> ObjectName.parse(object.name()).stream())
                .map(ObjectName::version)
                .distinct()
                .toList();
        Set<UUID> known = versions.isEmpty() ? Set.of() : new HashSet<>(documents.knownVersions(versions));
        int deleted = 0;
        for (StoredObject object : old) {
            Optional<ObjectName> name = ObjectName.parse(object.name());
            if (name.isEmpty()) {
                LOG.log(Level.WARNING, "an object of unknown name lies in the bucket and is left alone");
            } else if (!known.contains(name.get().version())
                    && !isWanted(name.get().version())) {
                removal.remove(object.name());
                deleted++;
            }
        }
        return deleted;
    }

    /** A piece without a row whose key lives is no orphan: its row was lost. */
    private boolean isWanted(UUID version) {
        boolean[] wanted = {false};
        destroyer.list(
                version + "/",
                piece -> wanted[0] |= ObjectName.parse(piece.name())
                        .flatMap(store::label)
                        .filter(label -> keys.holds(label.leaf()))
                        .isPresent());
        if (wanted[0]) {
            LOG.log(Level.WARNING, "version {0} has a key and no row: have the document table rebuilt", version);
        }
        return wanted[0];
    }

    /** Looks into the key ring. */
    @ApplicationScoped
    static class Keys {
        private final Keyring keyring;

        @Inject
        Keys(Keyring keyring) {
            this.keyring = keyring;
        }

        @Transactional
        public boolean holds(UUID leaf) {
            return keyring.holds(leaf);
        }
    }
}
