package muhafiz.service.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import muhafiz.service.keys.Keyring;

/** Asks, in a transaction of its own, whether a leaf is still there. */
@ApplicationScoped
class StillHeld {
    private final Keyring keyring;

    @Inject
    StillHeld(Keyring keyring) {
        this.keyring = keyring;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean isHeld(UUID leaf) {
        return keyring.holds(leaf);
    }
}
