package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import muhafiz.service.roots.RootHolders;

/** Shows how the roots are, and takes the word of those who say that a holder is no more. Safe for all threads. */
@ApplicationScoped
public class RootWatch {
    private final EpochRows rows;
    private final RootHolders holders;

    @Inject
    RootWatch(EpochRows rows, RootHolders holders) {
        this.rows = rows;
        this.holders = holders;
    }

    @Transactional
    public RootState state() {
        return rows.state();
    }

    public int mirrors() {
        return holders.mirrors();
    }

    /** Names under which roots still live, though no holder of that name is configured. */
    @Transactional
    public Set<String> missingHolders() {
        Set<String> missing = new TreeSet<>();
        rows.copies().stream()
                .map(EpochRows.Copy::place)
                .filter(place -> !holders.isHolder(place) && !place.startsWith("share-"))
                .forEach(missing::add);
        return missing;
    }

    /**
     * Somebody answers for it that a holder was destroyed with all its roots. In the caller's transaction.
     *
     * @return how many roots it had
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int declareDestroyed(String holder) {
        if (holders.isHolder(holder)) {
            throw new IllegalArgumentException("a configured holder is asked, not declared destroyed");
        }
        Set<EpochRows.Copy> copies = new HashSet<>(rows.copies());
        copies.removeIf(copy -> !copy.place().equals(holder));
        copies.forEach(copy -> rows.copyIsGone(copy.root(), copy.place(), true));
        return copies.size();
    }
}
