package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.keys.Quorum;
import muhafiz.crypto.keys.QuorumShares;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.service.keys.EpochRows.Epoch;
import muhafiz.service.roots.RootHolders;

/**
 * What is left when every holder of the roots is lost: enough custodians lay their shares into a folder, the epochs' keys are opened with
 * them and closed under fresh roots in the holders that are configured now. The lost holders' roots count as alive until custodians
 * declare them destroyed.
 */
@ApplicationScoped
public class QuorumRecovery {
    private final RecoverySteps steps;
    private final RootHolders holders;

    @Inject
    QuorumRecovery(RecoverySteps steps, RootHolders holders) {
        this.steps = steps;
        this.holders = holders;
    }

    /**
     * Opens what no holder opens; nothing where all can be opened.
     *
     * @param folder where the shares lie; they stay there, for the custodians to take away
     * @return the fresh roots, one for each epoch that was recovered
     * @throws IllegalArgumentException where the shares are too few, or of different quorums
     * @throws IntegrityException where they do not open the epochs' keys
     * @throws UnavailableException where a holder is away; it may come back, and then nothing is lost
     */
    public List<String> recover(Path folder) {
        List<Epoch> lost = steps.lost();
        List<String> fresh = new ArrayList<>();
        if (!lost.isEmpty()) {
            try (Quorum quorum = Quorum.of(QuorumShares.read(folder))) {
                lost.forEach(epoch -> fresh.add(recover(epoch, quorum)));
            }
        }
        return fresh;
    }

    private String recover(Epoch epoch, Quorum quorum) {
        try (LeafKey key = steps.open(epoch, quorum)) {
            String root = steps.plan(epoch, holders.all().keySet());
            for (RootKeys holder : holders.all().values()) {
                holder.create(root);
            }
            steps.close(epoch, key, root);
            return root;
        }
    }
}
