package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Destroys sets of leaves, one page a transaction, and says when they are out of everybody's reach. What was interrupted is simply asked
 * for again. Safe for all threads.
 */
@ApplicationScoped
public class Forgetting {
    private final Turn turn;

    @Inject
    Forgetting(Turn turn) {
        this.turn = turn;
    }

    /** On return every leaf is forgotten here; copies that somebody kept open until {@link Tombstones#outOfReachSince}. */
    public void destroy(Set<UUID> leaves, UUID order) {
        Set<UUID> left = new HashSet<>(leaves);
        for (UUID leaf : leaves) {
            if (left.contains(leaf)) {
                left.removeAll(turn.destroy(leaf, left, order));
            }
        }
    }

    /** One transaction of it. */
    @ApplicationScoped
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    static class Turn {
        private final Keyring keyring;

        @Inject
        Turn(Keyring keyring) {
            this.keyring = keyring;
        }

        public Set<UUID> destroy(UUID first, Set<UUID> leaves, UUID order) {
            return keyring.destroyPageOf(first, leaves, order);
        }
    }
}
