package muhafiz.service.casefile;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.ApplicationNumber;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.ServiceKeys;
import muhafiz.service.keys.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * Finds cases by number, and by what else names a person, through the blind index. The index does not survive a crash of the database by design; it is filled
 * again from the sealed numbers, and until that is done every look-up says so instead of answering "unknown".
 */
@ApplicationScoped
public class NumberIndex {
    private static final int PAGE = 500;

    private final IndexRows rows;
    private final CaseRows cases;
    private final IndexSource source;
    private final Keyring keyring;
    private final InstantSource clock;

    private volatile @Nullable Serving serving;

    @Inject
    NumberIndex(IndexRows rows, CaseRows cases, IndexSource source, Keyring keyring, InstantSource clock) {
        this.rows = rows;
        this.cases = cases;
        this.source = source;
        this.keyring = keyring;
        this.clock = clock;
    }

    private record Serving(UUID generation, LeafKey key) {}

    /** The case of this number. @throws IndexRebuilding while the index is not complete */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UUID> find(ApplicationNumber number) {
        return candidates(Set.of(Sign.of(number)), Within.ALL, 1).stream().findFirst();
    }

    /**
     * Cases that may be found by any of the signs, those with most of them first. A coarse token is shared by unlike names, so the caller
     * compares.
     *
     * @param most how many at most
     * @throws IndexRebuilding while the index is not complete
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> candidates(Set<Sign> signs, Within within, int most) {
        Wanted wanted = new Wanted(signs, within, most);
        return found(wanted, serving()).or(() -> found(wanted, reread())).orElseThrow(IndexRebuilding::new);
    }

    private record Wanted(Set<Sign> signs, Within within, int most) {}

    /** Empty where the generation is not complete: it was lost, or another node has put a new one in its place. */
    private Optional<List<UUID>> found(Wanted wanted, Serving now) {
        List<byte[]> tokens = tokens(now.key(), wanted.signs());
        IndexRows.Found found = rows.find(now.generation(), tokens, wanted.within(), wanted.most());
        return found.complete() ? Optional.of(found.cases()) : Optional.empty();
    }

    /** Adds a new case, in the transaction that opens it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UUID caseId, Set<Sign> signs) {
        rows.adding();
        eachGeneration(Map.of(caseId, signs), rows::put);
    }

    /** Takes cases out, in the transaction that destroys them and before their rows are gone. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(Collection<CaseFile> files) {
        rows.adding();
        eachGeneration(source.of(files), rows::remove);
    }

    /** Adds a case again, whose fields were corrected after it was {@linkplain #remove(Collection) taken out}; in the same transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void again(CaseFile file) {
        eachGeneration(source.of(List.of(file)), rows::put);
    }

    private interface Change {
        void of(UUID generation, List<byte[]> tokens, UUID caseId);
    }

    private void eachGeneration(Map<UUID, Set<Sign>> signs, Change change) {
        for (IndexRows.Generation generation : living()) {
            try (LeafKey key = keyOf(generation)) {
                signs.forEach((caseId, own) -> change.of(generation.id(), tokens(key, own), caseId));
            }
        }
    }

    /** Those of today's making. */
    private List<IndexRows.Generation> living() {
        return rows.all().stream()
                .filter(generation -> generation.making() == IndexSource.MAKING)
                .toList();
    }

    private static List<byte[]> tokens(LeafKey key, Set<Sign> signs) {
        return signs.stream().map(sign -> sign.token(key)).toList();
    }

    /**
     * Puts the generation that was begun in the place of all others, those of an older making too, in one transaction; their keys are
     * then to be destroyed.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void renew() {
        List<IndexRows.Generation> before = rows.all();
        living().stream().filter(generation -> !generation.serves()).findFirst().ifPresent(next -> {
            try (LeafKey key = keyring.open(next.leaf())) {
                fill(new Serving(next.id(), key));
            }
            before.stream().filter(other -> !other.equals(next)).forEach(other -> rows.retire(other.id()));
        });
    }

    private LeafKey keyOf(IndexRows.Generation generation) {
        Serving now = serving;
        return now != null && now.generation().equals(generation.id())
                ? now.key().copy()
                : keyring.open(generation.leaf());
    }

    /** Makes the first generation where there is none and opens its key; at start. */
    @Transactional
    public void begin() {
        reread();
    }

    private Serving reread() {
        IndexRows.Generation generation = living().stream().findFirst().orElseGet(this::nextGeneration);
        Serving before = serving;
        if (before != null && before.generation().equals(generation.id())) {
            return before;
        }
        Serving now = new Serving(generation.id(), keyring.open(generation.leaf()));
        serving = now;
        return now;
    }

    /** Whether look-ups are answered; asks the table. */
    @Transactional
    public boolean isComplete() {
        return rows.isComplete(serving().generation());
    }

    /** Fills the index from the sealed numbers, unless it is complete or another node is at it. Safe to repeat. */
    @Transactional
    public void rebuildIfLost() {
        Serving now = reread();
        if (!rows.isComplete(now.generation()) && rows.mayRebuild()) {
            fill(now);
        }
    }

    /** Begins another generation beside the one that serves, unless one is begun already. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void beginNext() {
        if (living().stream().allMatch(IndexRows.Generation::serves)) {
            nextGeneration();
        }
    }

    /** Returns when every case that is not in the next generation can be read. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void awaitAdders() {
        rows.awaitAdders();
    }

    /**
     * Fills the generation that was begun and puts it in the place of the others.
     *
     * @param old takes the leaves of the others, in the same transaction: whatever they were tokens of is forgotten with them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void switchToNext(Consumer<UUID> old) {
        List<IndexRows.Generation> all = rows.all();
        Optional<IndexRows.Generation> next =
                living().stream().filter(generation -> !generation.serves()).findFirst();
        if (next.isEmpty()) {
            return;
        }
        try (LeafKey key = keyring.open(next.get().leaf())) {
            fill(new Serving(next.get().id(), key));
        }
        for (IndexRows.Generation other : all) {
            if (!other.equals(next.get())) {
                rows.remove(other.id());
                old.accept(other.leaf());
            }
        }
    }

    private void fill(Serving now) {
        UUID last = new UUID(0, 0);
        for (List<CaseFile> page = cases.after(last, PAGE); !page.isEmpty(); page = cases.after(last, PAGE)) {
            source.of(page).forEach((id, signs) -> rows.put(now.generation(), tokens(now.key(), signs), id));
            last = page.get(page.size() - 1).id();
            cases.letGo();
        }
        rows.complete(now.generation());
    }

    private IndexRows.Generation nextGeneration() {
        IndexRows.Generation generation = new IndexRows.Generation(
                Randoms.id(),
                Randoms.id(),
                false,
                IndexSource.MAKING,
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        try (LeafKey key = LeafKey.fresh()) {
            keyring.create(generation.leaf(), key, Shelf.of(ServiceKeys.SHELF, clock.instant()));
        }
        rows.add(generation);
        return generation;
    }

    private Serving serving() {
        Serving now = serving;
        if (now == null) {
            throw new IndexRebuilding();
        }
        return now;
    }

    @PreDestroy
    void wipe() {
        Serving now = serving;
        if (now != null) {
            now.key().close();
        }
    }
}
