package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.tree.CompactRange;
import muhafiz.proof.tree.MerkleTree;
import muhafiz.service.config.Statements;

/**
 * The transactions of whoever grows the tree. Each holds the lease's row and looks whose it is: whoever else believes to hold the lease
 * waits for that row and then finds another holder or fence. So two nodes never give one place twice and leave none out.
 */
@ApplicationScoped
@Transactional
public class LogLease {
    private static final int BATCH = 2000;

    private final Statements sql;
    private final TreeRows tree;

    @Inject
    public LogLease(DataSource database, TreeRows tree) {
        this.sql = new Statements(database);
        this.tree = tree;
    }

    /** The lease's fence, where this node has it now; another fence each time it comes from another holder. */
    public OptionalLong take(UUID node, Duration lease) {
        return sql.all("""
                        update archive.log_lease
                        set fence = fence + case when holder = ? then 0 else 1 end,
                            holder = ?, held_until = clock_timestamp() + cast(? as interval)
                        where holder = ? or holder is null or held_until < clock_timestamp()
                        returning fence""", row -> row.getLong(1), node, node, lease.toMillis() + " milliseconds", node).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Whether anything waits; cheap, takes no lock. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean isAnythingWaiting() {
        return sql.one("select archive.log_waiting()", row -> row.getBoolean(1));
    }

    /** Places given in this batch, by entry; empty where nothing waits. */
    public Map<UUID, Long> sequence(Lease lease) {
        List<TreeRows.Moved> moved = tree.move(lease, BATCH);
        if (!moved.isEmpty()) {
            CompactRange from = tree.head();
            tree.advance(
                    lease,
                    from,
                    from.append(moved.stream().map(TreeRows.Moved::hash).toList()));
        }
        return moved.stream().collect(Collectors.toMap(TreeRows.Moved::entry, TreeRows.Moved::seq));
    }

    /** Puts entries back at the next places, in their order. */
    public void putBack(Lease lease, List<LogLeaf> lost) {
        CompactRange from = tree.head();
        long seq = from.size();
        for (LogLeaf leaf : lost) {
            tree.putBack(lease, seq++, leaf);
        }
        tree.advance(
                lease,
                from,
                from.append(lost.stream()
                        .map(leaf -> MerkleTree.leafHash(leaf.encoded()))
                        .toList()));
    }
}
