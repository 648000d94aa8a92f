package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/**
 * Gives entries their places, in one transaction that holds the lease's row: whoever else believes to hold the lease waits for that
 * row and then finds a newer fence. So two nodes never give one place twice and leave none out.
 */
@ApplicationScoped
class LogLease {
    private static final int BATCH = 2000;

    private final Statements sql;

    @Inject
    LogLease(DataSource database) {
        this.sql = new Statements(database);
    }

    /** Whether anything waits; cheap, takes no lock. */
    boolean isAnythingPending() {
        return sql.one("select exists (select from archive.log_arrival)", row -> row.getBoolean(1));
    }

    /** Places given in this batch, by entry; empty where another node holds the lease or nothing waits. */
    @Transactional
    public Map<UUID, Long> sequence(UUID node, Duration lease) {
        OptionalLong fence = takeLease(node, lease);
        Map<UUID, Long> places = new LinkedHashMap<>();
        if (fence.isPresent()) {
            sql.all(
                    "select seq, entry_id from archive.log_move(?, ?)",
                    row -> places.put(row.getObject(2, UUID.class), row.getLong(1)),
                    fence.getAsLong(),
                    BATCH);
        }
        return places;
    }

    /** The lease's fence, its row held until the transaction ends; empty where another node has it. */
    private OptionalLong takeLease(UUID node, Duration lease) {
        return sql.all("""
                        update archive.log_lease
                        set fence = fence + case when holder = ? then 0 else 1 end,
                            holder = ?, held_until = clock_timestamp() + cast(? as interval)
                        where holder = ? or holder is null or held_until < clock_timestamp()
                        returning fence""", row -> row.getLong(1), node, node, lease.toMillis() + " milliseconds", node).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
