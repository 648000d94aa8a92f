package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The transactions of a key ring's return from a copy. Each may be repeated. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class RestoreSteps {
    private final EpochRows epochs;
    private final KeyRows rows;
    private final Keyring keyring;

    @Inject
    RestoreSteps(EpochRows epochs, KeyRows rows, Keyring keyring) {
        this.epochs = epochs;
        this.rows = rows;
        this.keyring = keyring;
    }

    /** Enters a holder's root, unless it is known, and that the holder has it. */
    public void adopt(RootName root, String holder) {
        epochs.adoptRoot(root);
        epochs.planCopies(root.text(), Set.of(holder));
    }

    public void remember(List<Tombstone> tombstones) {
        rows.remember(tombstones);
    }

    public List<UUID> pages() {
        return rows.pages();
    }

    /** Another key for this page, and the end of those of its leaves that have a tombstone. */
    public void renew(UUID page) {
        keyring.renew(page);
    }

    /** The last rotation that is known from an adopted root only; 0 where there is none. */
    public long lastAdopted() {
        return epochs.lastAdopted();
    }
}
