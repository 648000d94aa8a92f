package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final KeyRows keys;
    private final EpochRows epochs;
    private final S3Tombstones beside;

    @Inject
    Tombstones(TombstoneRows rows, KeyRows keys, EpochRows epochs, S3Tombstones beside) {
        this.rows = rows;
        this.keys = keys;
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
     * What the bucket says and this database has not heard: it was lost, or brought back, or died while it copied.
     *
     * @param batches all that were not heard
     * @param tombstones those in them that do not stand here
     */
    public record Unheard(Map<UUID, List<Tombstone>> batches, Set<Tombstone> tombstones) {}

    /** @throws IllegalStateException where a batch holds something else */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Unheard unheard() {
        Map<UUID, List<Tombstone>> batches = new TreeMap<>();
        Set<Tombstone> tombstones = new HashSet<>();
        for (UUID batch : rows.unheard(beside.batches())) {
            List<Tombstone> all = read(batch);
            batches.put(batch, all);
            tombstones.addAll(all);
        }
        Set<UUID> here = keys.forgotten(tombstones.stream().map(Tombstone::leaf).toList()).stream()
                .map(Tombstone::leaf)
                .collect(Collectors.toSet());
        tombstones.removeIf(tombstone -> here.contains(tombstone.leaf()));
        return new Unheard(batches, tombstones);
    }

    private List<Tombstone> read(UUID batch) {
        return beside.read(batch).stream()
                .map(line -> Tombstone.parse(line)
                        .orElseThrow(() -> new IllegalStateException(
                                "the batch of tombstones " + batch + " holds a line that is none")))
                .toList();
    }

    /** Says that everything in these batches stands here. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void heard(Unheard unheard) {
        unheard.batches().forEach((batch, tombstones) -> rows.copied(tombstones, batch));
    }
}
