package muhafiz.service.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Stories of a tree, one for each seed, told one after the other. The seeds are printed; {@code -Dmuhafiz.seed=n} begins with that one and
 * {@code -Dmuhafiz.seeds=1} tells no other, so that a story that went wrong is told again (only who is first among threads may differ).
 */
final class KeyStories {
    private final KeyDatabase database;
    private final Map<String, WatchedRoots> holders;
    private final int seeds;
    private final int steps;

    KeyStories(KeyDatabase database, Map<String, WatchedRoots> holders, int seeds, int steps) {
        this.database = database;
        this.holders = holders;
        this.seeds = Integer.getInteger("muhafiz.seeds", seeds);
        this.steps = steps;
    }

    /**
     * What came to light.
     *
     * @param readable destroyed leaves that were in reach before their time
     */
    record Told(List<String> violations, int readable, int crashes, int restores, int merged, int declared) {}

    /**
     * Tells stories until one shows such a violation.
     *
     * @param aboutUnder the leaf under which a document's metadata is sealed, by the document's own leaf
     */
    boolean findFault(KeyTree.Maker maker, UnaryOperator<UUID> aboutUnder, String violation) throws Exception {
        long first = firstSeed();
        for (long seed = first; seed < first + seeds; seed++) {
            if (told(maker, seed, aboutUnder).violations().stream().anyMatch(found -> found.contains(violation))) {
                return true;
            }
        }
        return false;
    }

    private long firstSeed() {
        long first = Long.getLong("muhafiz.seed", System.nanoTime());
        System.out.printf("seeds %d and the next %d%n", first, seeds - 1);
        return first;
    }

    Told tell(KeyTree.Maker maker) throws Exception {
        List<String> violations = new ArrayList<>();
        int readable = 0;
        int crashes = 0;
        int restores = 0;
        int merged = 0;
        int declared = 0;
        long first = firstSeed();
        for (long seed = first; seed < first + seeds; seed++) {
            KeyModel model = told(maker, seed, leaf -> leaf);
            for (String violation : model.violations()) {
                violations.add("seed " + seed + ": " + violation);
            }
            readable += model.readableAfterDestruction();
            crashes += model.crashes();
            restores += model.restores();
            merged += model.merged();
            declared += model.declared();
        }
        Told told = new Told(violations, readable, crashes, restores, merged, declared);
        System.out.printf(
                "%d acts, %d crashes, %d restores, %d pages merged away, %d quorums replaced, %d violations%n",
                seeds * steps, crashes, restores, merged, declared, violations.size());
        return told;
    }

    private KeyModel told(KeyTree.Maker maker, long seed, UnaryOperator<UUID> aboutUnder) throws Exception {
        database.listenWith(KeyDatabase.NOBODY);
        database.empty();
        for (WatchedRoots holder : holders.values()) {
            holder.listenWith(KeyDatabase.NOBODY);
            holder.empty();
        }
        KeyModel model = new KeyModel(database, holders, maker, seed, aboutUnder);
        for (int step = 0; step < steps; step++) {
            model.step();
        }
        model.look();
        return model;
    }
}
