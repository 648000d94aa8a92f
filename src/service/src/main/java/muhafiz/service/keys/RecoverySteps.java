package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.Quorum;
import muhafiz.crypto.keys.RootGoneException;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.keys.EpochRows.Epoch;
import muhafiz.service.keys.EpochRows.Wrap;

/** The transactions of a recovery through the quorum. Each may be repeated. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class RecoverySteps {
    private final EpochRows epochs;
    private final QuorumRows quorums;
    private final EpochKeys epochKeys;

    @Inject
    RecoverySteps(EpochRows epochs, QuorumRows quorums, EpochKeys epochKeys) {
        this.epochs = epochs;
        this.quorums = quorums;
        this.epochKeys = epochKeys;
    }

    /** Epochs whose root no configured holder has. */
    public List<Epoch> lost() {
        return epochs.all().stream().filter(this::isLost).toList();
    }

    private boolean isLost(Epoch epoch) {
        try {
            epochKeys.keyOf(epoch.id(), epoch.version()).close();
            return false;
        } catch (RootGoneException gone) {
            return true;
        }
    }

    /** The epoch's key, from what was closed for the quorum. */
    public LeafKey open(Epoch epoch, Quorum quorum) {
        Wrap wrap = epochs.wrapsOf(epoch.id()).stream()
                .filter(one -> one.root().equals(quorum.name()))
                .findFirst()
                .orElseThrow(() -> new IntegrityException("epoch " + epoch.number() + " was not closed for "
                        + quorum.name() + ": other shares are needed"));
        return quorum.unwrap(wrap.wrapped(), EpochKeys.binding(epoch.id(), epoch.version()));
    }

    /** Names a root in place of the lost one. */
    public String plan(Epoch epoch, Set<String> holders) {
        epochs.holdRotation();
        long diesWith = epochs.roots().stream()
                .filter(root -> root.epoch() == epoch.number())
                .mapToLong(EpochRows.Root::diesWith)
                .min()
                .orElseThrow(() -> new IllegalStateException("epoch " + epoch.number() + " has no root to recover"));
        RootName fresh = new RootName(epoch.number(), diesWith, Randoms.id());
        quorums.planRecovered(fresh);
        epochs.planCopies(fresh.text(), holders);
        return fresh.text();
    }

    /** Closes the key under the root that every holder has made. */
    public void close(Epoch epoch, LeafKey key, String root) {
        epochs.addWraps(epoch.id(), epochKeys.wrap(key, epoch.id(), epoch.version(), root));
    }
}
