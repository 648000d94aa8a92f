package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.store.S3Tombstones;

/**
 * Copies tombstones beside the ciphertext, so that a database that is lost, or brought back from yesterday, is told what was forgotten.
 * Safe for all threads and nodes.
 */
@ApplicationScoped
public class Tombstones {
    private static final int BATCH = 1000;

    private final TombstoneRows rows;
    private final EpochRows epochs;
    private final S3Tombstones beside;

    @Inject
    Tombstones(TombstoneRows rows, EpochRows epochs, S3Tombstones beside) {
        this.rows = rows;
        this.epochs = epochs;
        this.beside = beside;
    }

    /**
     * When an order's keys were all destroyed.
     *
     * @param epoch the newest in which one of its leaves was forgotten
     */
    public record Destroyed(Instant at, long epoch) {}

    /** Copies some; false where none is left that nobody else is copying. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean copySome() {
        List<Tombstone> some = rows.toCopy(BATCH);
        if (some.isEmpty()) {
            return false;
        }
        UUID batch = Randoms.id();
        beside.bury(batch, some.stream().map(Tombstone::line).toList());
        rows.copied(some, batch);
        return true;
    }

    /** Empty while a tombstone of the order is not copied yet, or where it has none. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Destroyed> destroyedBy(UUID order) {
        TombstoneRows.OrderState state = rows.stateOf(order);
        return state.uncopied() > 0
                ? Optional.empty()
                : state.lastAt().map(at -> new Destroyed(at, state.epoch().orElseThrow()));
    }

    /** When the last root died that reaches what was forgotten in that epoch; empty while one lives. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Instant> outOfReachSince(long epoch) {
        return epochs.lastRootGone(epoch);
    }

    /**
     * Tombstones beside the ciphertext that this database knows nothing of: it was lost, or brought back.
     *
     * @throws IllegalStateException where a batch holds something else
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Set<Tombstone> unknown() {
        Set<Tombstone> unknown = new HashSet<>();
        for (UUID batch : rows.unknown(beside.batches())) {
            beside.read(batch).stream()
                    .map(line -> Tombstone.parse(line)
                            .orElseThrow(() -> new IllegalStateException(
                                    "the batch of tombstones " + batch + " holds a line that is none")))
                    .forEach(unknown::add);
        }
        return unknown;
    }
}
