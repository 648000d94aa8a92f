package muhafiz.service.keys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.KeyWrap;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.Quorum;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.crypto.keys.WrapBinding;
import muhafiz.crypto.keys.WrapBinding.Level;

/**
 * Keeps every wrap that was ever on its way to the database, committed or not, and has the holders' present roots and the custodians' shares. Finds what can still
 * be opened, by trial decryption from the roots down.
 */
final class Adversary implements KeyDatabase.Listener {
    private static final UUID NO_PARENT = new UUID(0, 0);

    private record Wrap(Level level, UUID id, String parent, String holder, byte[] bytes) {}

    private final ConcurrentLinkedQueue<Wrap> wraps = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Integer> newestVersion = new HashMap<>();

    @Override
    public synchronized void before(String statement, Map<Integer, Object> values) {
        if (statement.contains("add_epoch_wrap")) {
            keep(Level.EPOCH, values.get(1), values.get(3), (String) values.get(2), values.get(4));
        } else if (statement.contains("add_page")) {
            keep(Level.PAGE, values.get(1), values.get(5), "", values.get(6));
            seen(values.get(1), (Integer) values.get(2));
        } else if (statement.contains("add_leaf")) {
            keep(Level.LEAF, values.get(1), values.get(3), "", values.get(4));
        } else if (statement.contains("replace_page")) {
            keep(Level.PAGE, values.get(1), values.get(3), "", values.get(4));
            seen(values.get(1), (Integer) values.get(2) + 1);
            keepAll(Level.LEAF, values.get(5), values.get(1), values.get(6));
        } else if (statement.contains("move_pages")) {
            keepAll(Level.PAGE, values.get(2), values.get(1), values.get(3));
        } else if (statement.contains("merge_pages")) {
            keep(Level.PAGE, values.get(1), values.get(3), "", values.get(4));
            seen(values.get(1), (Integer) values.get(2));
            keepAll(Level.LEAF, values.get(6), values.get(1), values.get(7));
        } else if (!statement.contains("vouch_quorum") // a public key and what vouches for it
                && values.values().stream().anyMatch(value -> value instanceof byte[] || value instanceof byte[][])) {
            throw new IllegalStateException("wraps go by unread: " + statement);
        }
    }

    private void keep(Level level, Object id, Object parent, String holder, Object bytes) {
        wraps.add(new Wrap(level, (UUID) id, parent.toString(), holder, (byte[]) bytes));
    }

    private void keepAll(Level level, Object ids, Object parent, Object bytes) {
        for (int i = 0; i < ((Object[]) ids).length; i++) {
            keep(level, ((Object[]) ids)[i], parent, "", ((Object[]) bytes)[i]);
        }
    }

    private void seen(Object page, int version) {
        newestVersion.merge((UUID) page, version, Math::max);
    }

    /** Every leaf of which some wrap, old or new, can be opened now. */
    synchronized Set<UUID> reach(Map<String, ? extends RootKeys> holders, Custodians custodians) {
        Map<UUID, LeafKey> epochs = new HashMap<>();
        Map<String, Optional<Quorum>> quorums = new HashMap<>();
        wraps.stream().filter(wrap -> wrap.level() == Level.EPOCH).forEach(wrap -> {
            WrapBinding binding = new WrapBinding(Level.EPOCH, wrap.id(), 1, NO_PARENT, 0);
            Optional<LeafKey> key = wrap.holder().equals(QuorumWraps.HOLDER)
                    ? quorums.computeIfAbsent(wrap.parent(), custodians::joined)
                            .flatMap(quorum -> tried(() -> quorum.unwrap(wrap.bytes(), binding)))
                    : tried(() -> KeyWrap.unwrap(holders.get(wrap.holder()), wrap.parent(), wrap.bytes(), binding));
            key.ifPresent(found -> epochs.put(wrap.id(), found));
        });
        Map<UUID, Map<Integer, List<LeafKey>>> pages = pages(epochs);
        Set<UUID> leaves = new HashSet<>();
        for (Wrap wrap : wraps) {
            if (wrap.level() == Level.LEAF && !leaves.contains(wrap.id()) && opens(wrap, pages)) {
                leaves.add(wrap.id());
            }
        }
        return leaves;
    }

    private Map<UUID, Map<Integer, List<LeafKey>>> pages(Map<UUID, LeafKey> epochs) {
        Map<UUID, Map<Integer, List<LeafKey>>> pages = new HashMap<>();
        for (Wrap wrap : wraps) {
            LeafKey epoch = wrap.level() == Level.PAGE ? epochs.get(UUID.fromString(wrap.parent())) : null;
            if (epoch == null) {
                continue;
            }
            UUID parent = UUID.fromString(wrap.parent());
            for (int version = newestVersion.getOrDefault(wrap.id(), 1); version > 0; version--) {
                int tried = version;
                Optional<LeafKey> key = tried(() ->
                        KeyWrap.unwrap(epoch, wrap.bytes(), new WrapBinding(Level.PAGE, wrap.id(), tried, parent, 1)));
                key.ifPresent(found -> pages.computeIfAbsent(wrap.id(), id -> new HashMap<>())
                        .computeIfAbsent(tried, number -> new ArrayList<>())
                        .add(found));
            }
        }
        return pages;
    }

    /** A key that was found as that of one version may have been the page's in others too. */
    private boolean opens(Wrap leaf, Map<UUID, Map<Integer, List<LeafKey>>> pages) {
        UUID page = UUID.fromString(leaf.parent());
        List<LeafKey> keys = pages.getOrDefault(page, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
        for (int version = newestVersion.getOrDefault(page, 1); version > 0; version--) {
            WrapBinding binding = new WrapBinding(Level.LEAF, leaf.id(), 1, page, version);
            if (keys.stream()
                    .anyMatch(key -> tried(() -> KeyWrap.unwrap(key, leaf.bytes(), binding))
                            .isPresent())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<LeafKey> tried(Supplier<LeafKey> opening) {
        try {
            return Optional.of(opening.get());
        } catch (IntegrityException closed) {
            return Optional.empty();
        }
    }
}
