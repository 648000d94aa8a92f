package muhafiz.service.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.seal.SealedLength;
import muhafiz.domain.rebuild.Found;
import muhafiz.domain.rebuild.Found.Outcome;
import muhafiz.domain.rebuild.Rebuild;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.keys.ForgottenException;
import muhafiz.service.keys.Tombstone;
import muhafiz.service.keys.Tombstones;
import muhafiz.store.Label;
import muhafiz.store.ObjectDestroyer;
import muhafiz.store.ObjectName;
import muhafiz.store.ObjectStore;
import muhafiz.store.StoredObject;

/** Walks over the bucket and has a row written for every document that has none. Safe to repeat after a crash at any point. */
@ApplicationScoped
public class Rebuilding {
    private static final Logger LOG = System.getLogger(Rebuilding.class.getName());
    private static final int BATCH = 500;

    private final ObjectDestroyer bucket;
    private final ObjectStore store;
    private final DocumentRows documents;
    private final Tombstones tombstones;
    private final LostRow lostRow;
    private final RebuildDesk desk;

    @Inject
    Rebuilding(
            ObjectDestroyer bucket,
            ObjectStore store,
            DocumentRows documents,
            Tombstones tombstones,
            LostRow lostRow,
            RebuildDesk desk) {
        this.bucket = bucket;
        this.store = store;
        this.documents = documents;
        this.tombstones = tombstones;
        this.lostRow = lostRow;
        this.desk = desk;
    }

    /** @throws muhafiz.crypto.UnavailableException where store or roots are away; the task is tried again later */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void run(UUID id) {
        desk.toWalk(id).ifPresent(rebuild -> {
            Found found = new Walk(rebuild, unheard()).found();
            desk.walked(id, found);
            LOG.log(Level.INFO, "rebuild {0} has walked over the bucket: {1}", id, found);
        });
    }

    /** Leaves that were forgotten by the word of the bucket alone: a key ring that was brought back may know less. */
    private Set<UUID> unheard() {
        return tombstones.unheard().tombstones().stream().map(Tombstone::leaf).collect(Collectors.toSet());
    }

    /** One walk over the bucket. */
    private final class Walk {
        private final Rebuild rebuild;
        private final Set<UUID> unheard;
        private final List<ObjectName> lastPieces = new ArrayList<>();
        private Found found = Found.NOTHING;

        Walk(Rebuild rebuild, Set<UUID> unheard) {
            this.rebuild = rebuild;
            this.unheard = unheard;
        }

        Found found() {
            bucket.list(this::see);
            settleAll();
            return found;
        }

        private void see(StoredObject object) {
            lastPiece(object).ifPresent(lastPieces::add);
            if (lastPieces.size() == BATCH) {
                settleAll();
            }
        }

        private void settleAll() {
            List<UUID> versions = lastPieces.stream().map(ObjectName::version).toList();
            Set<UUID> known = versions.isEmpty() ? Set.of() : new HashSet<>(documents.knownVersions(versions));
            for (ObjectName piece : lastPieces) {
                if (!known.contains(piece.version())) {
                    found = found.and(settle(piece));
                }
            }
            lastPieces.clear();
        }

        private Outcome settle(ObjectName piece) {
            try {
                Optional<Label> label = store.label(piece);
                if (label.isEmpty()) {
                    return unreadable(piece, "it has no label");
                }
                return unheard.contains(label.get().leaf())
                        ? Outcome.DESTROYED
                        : lostRow.write(rebuild, piece.version(), label.get());
            } catch (IntegrityException | ForgottenException e) {
                return unreadable(piece, e.getClass().getSimpleName());
            }
        }
    }

    /** Only the last piece of a document is shorter than the others, and only it has a label. */
    private static Optional<ObjectName> lastPiece(StoredObject object) {
        return ObjectName.parse(object.name())
                .filter(name -> name.part().equals(DocumentSeal.ORIGINAL))
                .filter(name -> SealedLength.isOfLast(name.segment(), object.length()));
    }

    private static Outcome unreadable(ObjectName piece, String why) {
        LOG.log(Level.WARNING, "object {0} cannot be given its row: {1}", piece, why);
        return Outcome.UNREADABLE;
    }
}
