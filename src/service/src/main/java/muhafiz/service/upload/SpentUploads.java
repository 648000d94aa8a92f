package muhafiz.service.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.keys.Forgetting;
import muhafiz.service.upload.UploadRows.Spent;

/** Destroys what uploads leave behind: key, then objects, then rows. Interrupted anywhere, it is simply called again. Safe for all nodes. */
@ApplicationScoped
public class SpentUploads {
    private static final int BATCH = 200;

    private final Steps steps;
    private final Forgetting forgetting;
    private final Parts parts;

    @Inject
    SpentUploads(Steps steps, Forgetting forgetting, Parts parts) {
        this.steps = steps;
        this.forgetting = forgetting;
        this.parts = parts;
    }

    /** Of those whose time is over, or which were filed or ended and not cleared then. @return how many keys were destroyed */
    public int sweep() {
        steps.endAbandoned();
        int swept = 0;
        for (List<Spent> some = steps.some(); !some.isEmpty(); some = steps.some()) {
            clear(some);
            swept += some.size();
        }
        return swept;
    }

    /** Of one upload that is filed or over. */
    void clear(UUID upload) {
        steps.one(upload).ifPresent(spent -> clear(List.of(spent)));
    }

    private void clear(List<Spent> some) {
        Set<UUID> leaves = some.stream().map(Spent::leaf).collect(Collectors.toSet());
        forgetting.destroy(leaves, Randoms.id());
        some.forEach(spent -> {
            parts.removeAll(spent.id());
            steps.cleared(spent.id());
        });
    }

    /** One transaction each. */
    @ApplicationScoped
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    static class Steps {
        private final UploadRows rows;
        private final InstantSource clock;

        @Inject
        Steps(UploadRows rows, InstantSource clock) {
            this.rows = rows;
            this.clock = clock;
        }

        public void endAbandoned() {
            rows.endAll(clock.instant());
            rows.strikeFiled(clock.instant());
        }

        public List<Spent> some() {
            return rows.spent(BATCH);
        }

        public Optional<Spent> one(UUID upload) {
            return rows.spent(upload);
        }

        public void cleared(UUID upload) {
            rows.cleared(upload);
        }
    }
}
