package muhafiz.service.keys;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.service.roots.RootHolders;

/**
 * Holds each holder's name against what was made under it. Another place under an old name would be asked whether the old roots are gone,
 * and would say so truthfully, while they live on where they were.
 */
final class KnownHolders {
    private final RootHolders holders;

    KnownHolders(RootHolders holders) {
        this.holders = holders;
    }

    /**
     * @param expected by holder, the roots that it should have; a holder that is away is not asked
     * @throws IllegalStateException where a holder shows none of its roots
     */
    void check(Map<String, Set<String>> expected) {
        holders.all().forEach((name, holder) -> {
            Set<String> roots = expected.getOrDefault(name, Set.of());
            if (!roots.isEmpty() && showsNoneOf(holder, roots)) {
                throw new IllegalStateException("the holder of roots named " + name + " shows none of the "
                        + roots.size() + " roots that were made under this name: a new place takes a new name"
                        + " (roots.*.name), see README, \"When a holder of the roots is lost\"");
            }
        });
    }

    private static boolean showsNoneOf(RootKeys holder, Set<String> roots) {
        try {
            return Collections.disjoint(holder.alive(), roots);
        } catch (UnavailableException away) {
            return false;
        }
    }
}
