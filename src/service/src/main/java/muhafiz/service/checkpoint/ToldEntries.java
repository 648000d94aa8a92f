package muhafiz.service.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import muhafiz.proof.log.Inside;
import muhafiz.proof.paper.ProvenEntry;
import muhafiz.proof.tree.InclusionProof;
import muhafiz.service.log.Found;
import muhafiz.service.log.FoundRows;
import muhafiz.service.log.LogFilter;
import muhafiz.service.log.MonthKeys;
import muhafiz.service.log.TreeRows;

/**
 * Entries about nobody, found by what they tell: no column joins an order or an act with its entries, so the entries of one action are
 * looked through from a moment on. In the caller's transaction.
 */
@ApplicationScoped
public class ToldEntries {
    private static final int SOME = 100;

    private final FoundRows entries;
    private final MonthKeys months;
    private final TreeRows tree;

    @Inject
    ToldEntries(FoundRows entries, MonthKeys months, TreeRows tree) {
        this.entries = entries;
        this.months = months;
        this.tree = tree;
    }

    /**
     * The first one, proven under a checkpoint; empty where that has none, and where the log's term has passed, as its bytes are gone.
     *
     * @param action the entry's word
     * @param from looked through from a second before
     * @param which what it tells
     */
    public Optional<ProvenEntry> first(String action, Instant from, Predicate<Inside> which, Published shown) {
        LogFilter filter = new LogFilter(
                Optional.empty(), Optional.of(action), Optional.of(from.minusSeconds(1)), Optional.empty());
        List<Found> page = entries.page(filter, -1, SOME);
        while (!page.isEmpty()) {
            for (Found found : page) {
                Optional<ProvenEntry> proven = proven(found, which, shown);
                if (proven.isPresent()) {
                    return proven;
                }
            }
            page = entries.page(filter, place(page.get(page.size() - 1)), SOME);
        }
        return Optional.empty();
    }

    private Optional<ProvenEntry> proven(Found found, Predicate<Inside> which, Published shown) {
        long place = place(found);
        return months.open(found.leaf())
                .filter(inside -> place < shown.size())
                .filter(which)
                .map(inside -> new ProvenEntry(
                        place,
                        found.leaf(),
                        Optional.of(inside),
                        InclusionProof.of(place, shown.size(), tree).path()));
    }

    private static long place(Found found) {
        return found.seq().orElseThrow();
    }
}
