package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
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
    private volatile CompactRange reached = CompactRange.EMPTY;

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
            requireNotBehind(from);
            CompactRange.Growth growth =
                    from.append(moved.stream().map(TreeRows.Moved::hash).toList());
            tree.advance(lease, from, growth);
            reached = growth.range();
        }
        return moved.stream().collect(Collectors.toMap(TreeRows.Moved::entry, TreeRows.Moved::seq));
    }

    /** A database can go back under a node that runs on: a standby that lacked the last batches has become the main one. */
    private void requireNotBehind(CompactRange head) {
        CompactRange seen = reached;
        if (head.size() < seen.size()
                || (head.size() == seen.size() && !head.root().equals(seen.root()))) {
            throw new IllegalStateException("the log's head is behind what this node has seen");
        }
    }

    /** What was shown has been looked at: from here on the database's head is believed again. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void begin() {
        reached = CompactRange.EMPTY;
    }

    /** Whoever has the lease has it for another minute. */
    public void renew(Lease lease) {
        sql.change("""
                update archive.log_lease set held_until = greatest(held_until, clock_timestamp() + interval '1 minute')
                where holder = ? and fence = ?""", lease.node(), lease.fence());
    }

    /** This node needs the lease no longer. */
    public void release(UUID node) {
        sql.change("update archive.log_lease set held_until = '-infinity' where holder = ?", node);
    }

    /** Years of which entries were put back and the counters have not been moved on yet. */
    public Set<Integer> yearsToMend() {
        return new TreeSet<>(sql.all("select unnest(to_mend) from archive.log_lease", row -> row.getInt(1)));
    }

    public void mended() {
        sql.change("update archive.log_lease set to_mend = '{}'");
    }

    private void toMend(int year) {
        sql.change(
                "update archive.log_lease set to_mend = array_append(to_mend, ?) where not ? = any(to_mend)",
                year,
                year);
    }

    /** Puts entries back at the next places, in their order; the counters of their years are to be moved on before anybody acts. */
    public void putBack(Lease lease, List<LogLeaf> lost) {
        lost.stream().map(LogLease::yearOf).distinct().forEach(this::toMend);
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

    private static int yearOf(LogLeaf leaf) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(leaf.publicPart().epochSecond()), ZoneOffset.UTC)
                .getYear();
    }
}
