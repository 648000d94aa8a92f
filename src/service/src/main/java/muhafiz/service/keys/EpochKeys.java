package muhafiz.service.keys;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.KeyWrap;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.RootGoneException;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.crypto.keys.WrapBinding;
import muhafiz.crypto.keys.WrapBinding.Level;
import muhafiz.service.keys.EpochRows.Wrap;
import muhafiz.service.roots.RootHolders;

/** Epoch keys in memory, unwrapped by a root once each. They leave memory with the server, or two rotations later. */
@ApplicationScoped
class EpochKeys {
    private static final UUID NO_PARENT = new UUID(0, 0);

    /** The newest, the one that pages still come from, and one more for transactions that began before. */
    private static final int KEPT = 3;

    private final EpochRows rows;
    private final RootHolders holders;
    private final KeyCache<UUID> keys = new KeyCache<>(KEPT);

    @Inject
    EpochKeys(EpochRows rows, RootHolders holders) {
        this.rows = rows;
        this.holders = holders;
    }

    /**
     * The epoch's key; the caller closes it.
     *
     * @throws RootGoneException where no holder has its root any more
     * @throws UnavailableException where a holder that may have it is away
     */
    LeafKey keyOf(UUID epoch, int version) {
        return keys.copy(epoch).orElseGet(() -> {
            LeafKey key = unwrap(epoch, version);
            keys.keep(epoch, key);
            return key;
        });
    }

    private LeafKey unwrap(UUID epoch, int version) {
        List<Wrap> wraps = rows.wrapsOf(epoch);
        RuntimeException last = new RootGoneException("no holder of the roots is known to have this epoch's");
        for (Map.Entry<String, RootKeys> holder : holders.all().entrySet()) {
            Optional<Wrap> wrap = wraps.stream()
                    .filter(one -> one.holder().equals(holder.getKey()))
                    .findFirst();
            try {
                if (wrap.isPresent()) {
                    return KeyWrap.unwrap(
                            holder.getValue(), wrap.get().root(), wrap.get().wrapped(), binding(epoch, version));
                }
            } catch (RootGoneException gone) {
                last = last instanceof UnavailableException ? last : gone;
            } catch (UnavailableException away) {
                last = away;
            }
        }
        throw last;
    }

    /** The key, wrapped under that root in every holder. */
    Map<String, Wrap> wrap(LeafKey key, UUID epoch, int version, String root) {
        Map<String, Wrap> wraps = new HashMap<>();
        holders.all()
                .forEach((name, holder) -> wraps.put(
                        name, new Wrap(name, root, KeyWrap.wrap(holder, root, key, binding(epoch, version)))));
        return wraps;
    }

    static WrapBinding binding(UUID epoch, int version) {
        return new WrapBinding(Level.EPOCH, epoch, version, NO_PARENT, 0);
    }

    @PreDestroy
    void wipe() {
        keys.wipe();
    }
}
