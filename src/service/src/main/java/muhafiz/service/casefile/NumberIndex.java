package muhafiz.service.casefile;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.BlindToken;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.casefile.ApplicationNumber;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.ServiceKeys;
import muhafiz.service.keys.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * Finds a case by its number, through the blind index. The index does not survive a crash of the database by design; it is filled
 * again from the sealed numbers, and until that is done every look-up says so instead of answering "unknown".
 */
@ApplicationScoped
public class NumberIndex {
    private static final String SPACE = "number";
    private static final int PAGE = 500;

    private final IndexRows rows;
    private final CaseRows cases;
    private final CaseFields fields;
    private final Keyring keyring;
    private final InstantSource clock;

    private volatile @Nullable Serving serving;

    @Inject
    NumberIndex(IndexRows rows, CaseRows cases, CaseFields fields, Keyring keyring, InstantSource clock) {
        this.rows = rows;
        this.cases = cases;
        this.fields = fields;
        this.keyring = keyring;
        this.clock = clock;
    }

    private record Serving(UUID generation, LeafKey key) {}

    /** The case of this number. @throws IndexRebuilding while the index is not complete */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UUID> find(ApplicationNumber number) {
        return found(number, serving()).or(() -> found(number, reread())).orElseThrow(IndexRebuilding::new).stream()
                .findFirst();
    }

    /** Empty where the generation is not complete: it was lost, or another node has put a new one in its place. */
    private Optional<List<UUID>> found(ApplicationNumber number, Serving now) {
        IndexRows.Found found = rows.find(now.generation(), token(now, number));
        return found.complete() ? Optional.of(found.cases()) : Optional.empty();
    }

    /** Adds a new case's number, in the transaction that opens the case. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(ApplicationNumber number, UUID caseId) {
        rows.adding();
        eachGeneration(number, (generation, token) -> rows.put(generation, token, caseId));
    }

    /** Takes a case's number out, in the transaction that destroys the case. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(CaseFile file) {
        rows.adding();
        eachGeneration(fields.numberOf(file), (generation, token) -> rows.remove(generation, token, file.id()));
    }

    private void eachGeneration(ApplicationNumber number, BiConsumer<UUID, byte[]> what) {
        for (IndexRows.Generation generation : rows.all()) {
            try (LeafKey key = keyOf(generation)) {
                what.accept(generation.id(), token(new Serving(generation.id(), key), number));
            }
        }
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
        IndexRows.Generation generation = rows.all().stream().findFirst().orElseGet(this::nextGeneration);
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
        if (rows.all().stream().allMatch(IndexRows.Generation::serves)) {
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
                all.stream().filter(generation -> !generation.serves()).findFirst();
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
        for (List<UUID> page = cases.idsAfter(last, PAGE); !page.isEmpty(); page = cases.idsAfter(last, PAGE)) {
            page.forEach(id -> cases.find(id).ifPresent(file -> rows.put(now.generation(), token(now, file), id)));
            last = page.get(page.size() - 1);
            cases.letGo();
        }
        rows.complete(now.generation());
    }

    private byte[] token(Serving now, CaseFile caseFile) {
        return token(now, fields.numberOf(caseFile));
    }

    private static byte[] token(Serving now, ApplicationNumber number) {
        return BlindToken.of(now.key(), SPACE, number.digits().getBytes(StandardCharsets.US_ASCII));
    }

    private IndexRows.Generation nextGeneration() {
        IndexRows.Generation generation = new IndexRows.Generation(Randoms.id(), Randoms.id(), false);
        try (LeafKey key = LeafKey.fresh()) {
            keyring.create(generation.leaf(), key, Shelf.of(ServiceKeys.SHELF, clock.instant()));
        }
        rows.add(generation, clock.instant());
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
