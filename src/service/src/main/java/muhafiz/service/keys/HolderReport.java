package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.service.keys.EpochRows.Root;
import muhafiz.service.roots.RootHolders;

/** What each holder of the roots has of those that should live. Safe for all threads. */
@ApplicationScoped
public class HolderReport {
    private final EpochRows epochs;
    private final RootHolders holders;

    @Inject
    HolderReport(EpochRows epochs, RootHolders holders) {
        this.epochs = epochs;
        this.holders = holders;
    }

    /** In words, by the holder's name. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Map<String, String> byHolder() {
        Set<String> wanted = epochs.roots().stream().map(Root::id).collect(Collectors.toSet());
        Map<String, String> states = new TreeMap<>();
        holders.all().forEach((name, holder) -> states.put(name, state(holder, wanted)));
        return states;
    }

    private static String state(RootKeys holder, Set<String> wanted) {
        try {
            Set<String> alive = holder.alive();
            long there = wanted.stream().filter(alive::contains).count();
            return there + " of " + wanted.size() + " that live";
        } catch (UnavailableException away) {
            return "away";
        }
    }
}
