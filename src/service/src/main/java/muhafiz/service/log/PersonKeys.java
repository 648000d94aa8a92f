package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import muhafiz.proof.tlog.Tile;

/** The end of persons' log keys: with the person, or with the log's term, unless a {@link LogHold} names the person. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PersonKeys {
    private final LogKeyRows rows;
    private final Iterable<LogHold> holds;

    @Inject
    PersonKeys(LogKeyRows rows, @Any Instance<LogHold> holds) {
        this(rows, (Iterable<LogHold>) holds);
    }

    PersonKeys(LogKeyRows rows, Iterable<LogHold> holds) {
        this.rows = rows;
        this.holds = holds;
    }

    /** Strikes out the keys of somebody who is taken off. @return the leaves, to be destroyed; none where a hold names the person */
    public Set<UUID> strike(UUID person) {
        Set<UUID> leaves = leaves(rows.of(person).stream().filter(this::isFree).toList());
        strike(leaves);
        return leaves;
    }

    /**
     * What has reached its end.
     *
     * @param leaves of keys that nothing holds
     * @param heldSince the earliest year of which a key is held; empty where none is
     */
    public record Ended(Set<UUID> leaves, OptionalInt heldSince) {}

    /** Keys of that year and earlier ones. */
    public Ended ended(int lastYear) {
        List<LogKeyRows.Key> old = rows.upTo(lastYear);
        List<LogKeyRows.Key> free = old.stream().filter(this::isFree).toList();
        OptionalInt heldSince = old.stream()
                .filter(key -> !free.contains(key))
                .mapToInt(LogKeyRows.Key::year)
                .min();
        return new Ended(leaves(free), heldSince);
    }

    /** Leaves of keys that outlived their person, whom nothing holds any more; whatever the term. */
    public Set<UUID> outlived() {
        return leaves(rows.left().stream().filter(this::isFree).toList());
    }

    private boolean isFree(LogKeyRows.Key key) {
        return StreamSupport.stream(holds.spliterator(), false).noneMatch(hold -> hold.names(key.person()));
    }

    private static Set<UUID> leaves(List<LogKeyRows.Key> keys) {
        return keys.stream().map(LogKeyRows.Key::leaf).collect(Collectors.toSet());
    }

    /** Strikes out the rows of keys that were destroyed. */
    public void strike(Collection<UUID> leaves) {
        if (!leaves.isEmpty()) {
            rows.strike(leaves);
        }
    }

    /**
     * The place below which entries may be struck out: the end of the last bundle whose entries were all written before that moment;
     * empty where none is left to strike out.
     */
    public OptionalLong endOfBundlesBefore(Instant moment) {
        return rows.below(moment).stream()
                .map(place -> place / Tile.WIDTH * Tile.WIDTH)
                .filter(place -> rows.first().stream().anyMatch(first -> first < place))
                .findFirst();
    }

    /** Strikes out the entries below that place, all written before that moment; their hashes stay. @return how many */
    public long prune(long below, Instant before) {
        return rows.prune(below, before);
    }
}
