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
        Serving now = serving();
        IndexRows.Found found = rows.find(now.generation(), token(now, number));
        if (!found.complete()) {
            throw new IndexRebuilding();
        }
        return found.cases().stream().findFirst();
    }

    /** Adds a new case's number, in the transaction that opens the case. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(ApplicationNumber number, UUID caseId) {
        Serving now = serving();
        rows.put(now.generation(), token(now, number), caseId);
    }

    /** Makes the first generation where there is none and opens its key; at start. */
    @Transactional
    public void begin() {
        IndexRows.Generation generation = rows.newest().orElseGet(this::firstGeneration);
        serving = new Serving(generation.id(), keyring.open(generation.leaf()));
    }

    /** Whether look-ups are answered; asks the table. */
    @Transactional
    public boolean isComplete() {
        return rows.isComplete(serving().generation());
    }

    /** Fills the index from the sealed numbers, unless it is complete or another node is at it. Safe to repeat. */
    @Transactional
    public void rebuildIfLost() {
        Serving now = serving();
        if (rows.isComplete(now.generation()) || !rows.mayRebuild()) {
            return;
        }
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

    private IndexRows.Generation firstGeneration() {
        IndexRows.Generation generation = new IndexRows.Generation(Randoms.id(), Randoms.id());
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
