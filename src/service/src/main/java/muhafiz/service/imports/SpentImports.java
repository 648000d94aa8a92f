package muhafiz.service.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.keys.Forgetting;

/** Destroys what imports leave behind: key, then objects, then lines. Interrupted anywhere, it is simply called again. Safe for all nodes. */
@ApplicationScoped
public class SpentImports {
    private static final int BATCH = 50;

    private final Steps steps;
    private final Forgetting forgetting;
    private final Bags bags;

    @Inject
    SpentImports(Steps steps, Forgetting forgetting, Bags bags) {
        this.steps = steps;
        this.forgetting = forgetting;
        this.bags = bags;
    }

    /** @return how many keys were destroyed */
    public int sweep() {
        int swept = 0;
        for (List<ImportRows.Row> some = steps.spent(); !some.isEmpty(); some = steps.spent()) {
            Set<UUID> leaves =
                    some.stream().map(row -> row.leaf().orElseThrow()).collect(Collectors.toSet());
            forgetting.destroy(leaves, Randoms.id());
            for (ImportRows.Row row : some) {
                bags.remove(row.id());
                steps.cleared(row.id());
            }
            swept += some.size();
        }
        return swept;
    }

    /** One transaction each. */
    @ApplicationScoped
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    static class Steps {
        private final ImportRows rows;
        private final InstantSource clock;

        @Inject
        Steps(ImportRows rows, InstantSource clock) {
            this.rows = rows;
            this.clock = clock;
        }

        public List<ImportRows.Row> spent() {
            rows.endAll(clock.instant());
            return rows.spent(BATCH);
        }

        public void cleared(UUID id) {
            rows.clear(id);
            rows.cleared(id);
        }
    }
}
