package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.QuorumKey;
import muhafiz.crypto.keys.QuorumPair;
import muhafiz.service.keys.EpochRows.Epoch;
import muhafiz.service.keys.EpochRows.Wrap;

/** Closes epoch keys for the quorum too, in the caller's transaction. Whoever knows the epoch's key vouches for the public half. */
@ApplicationScoped
class QuorumWraps {
    /** In place of a holder's name. */
    static final String HOLDER = "quorum";

    private final QuorumRows rows;
    private final EpochKeys epochKeys;

    @Inject
    QuorumWraps(QuorumRows rows, EpochKeys epochKeys) {
        this.rows = rows;
        this.epochKeys = epochKeys;
    }

    /**
     * The name of the pair that must be made for this epoch; empty where the newest may go on.
     *
     * @param before the newest epoch until now
     */
    Optional<String> plan(QuorumSettings settings, long epoch, long before, Instant now) {
        return rows.newest().filter(kept -> settings.mayGoOn(kept, before, now)).isPresent()
                ? Optional.empty()
                : Optional.of(rows.plan(epoch, settings.of()));
    }

    /**
     * The new epoch's key, closed for the quorum.
     *
     * @param before the epoch until now, by whose key the pair that goes on was vouched for
     * @param fresh a pair that begins with this epoch
     */
    Wrap wrap(LeafKey key, Epoch epoch, Optional<Epoch> before, Optional<QuorumPair> fresh) {
        if (fresh.isPresent()) {
            String name = fresh.get().shares().get(0).quorum();
            return wrap(
                    key,
                    epoch,
                    name,
                    fresh.get().key(),
                    fresh.get().shares().get(0).need());
        }
        QuorumRows.Kept kept = rows.newest().orElseThrow();
        Epoch old = before.orElseThrow();
        try (LeafKey witness = epochKeys.keyOf(old.id(), old.version())) {
            kept.key().checkVoucher(witness, kept.root(), kept.voucher());
        }
        return wrap(key, epoch, kept.root(), kept.key(), kept.need());
    }

    private Wrap wrap(LeafKey key, Epoch epoch, String name, QuorumKey quorum, int need) {
        rows.vouch(name, quorum, need, quorum.voucher(key, name), epoch.number());
        return new Wrap(HOLDER, name, quorum.wrap(key, EpochKeys.binding(epoch.id(), epoch.version())));
    }
}
