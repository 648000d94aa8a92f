package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;

/** Destroys the archive's own keys of days that have passed. Safe to repeat. */
@ApplicationScoped
public class SpentKeys {
    private final Names names;
    private final Forgetting forgetting;
    private final InstantSource clock;

    @Inject
    SpentKeys(Names names, Forgetting forgetting, InstantSource clock) {
        this.names = names;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    /** @return how many were destroyed */
    public int sweep() {
        Set<UUID> spent = names.spent(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (!spent.isEmpty()) {
            forgetting.destroy(spent, Randoms.id());
            names.strike(spent);
        }
        return spent.size();
    }

    /** One transaction each. */
    @ApplicationScoped
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    static class Names {
        private final ServiceKeys keys;

        @Inject
        Names(ServiceKeys keys) {
            this.keys = keys;
        }

        public Set<UUID> spent(LocalDate today) {
            return keys.spent(today);
        }

        public void strike(Set<UUID> leaves) {
            keys.strike(leaves);
        }
    }
}
