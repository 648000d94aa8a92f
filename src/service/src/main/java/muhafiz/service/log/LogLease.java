package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Gives entries their places, in one transaction that holds the lease's row: whoever else believes to hold the lease waits for that
 * row and then finds a newer fence. So two nodes never give one place twice and leave none out.
 */
@ApplicationScoped
class LogLease {
    private static final int BATCH = 2000;

    private final EntityManager database;

    @Inject
    LogLease(EntityManager database) {
        this.database = database;
    }

    /** Whether anything waits; cheap, takes no lock. */
    boolean isAnythingPending() {
        return (Boolean) database.createNativeQuery("select exists (select from archive.log_pending)", Boolean.class)
                .getSingleResult();
    }

    /** Places given in this batch, by entry; empty where another node holds the lease or nothing waits. */
    @Transactional
    public Map<UUID, Long> sequence(UUID node, Duration lease) {
        if (!takeLease(node, lease)) {
            return Map.of();
        }
        List<?> rows =
                database.createNativeQuery("""
                        with taken as (
                            delete from archive.log_pending where entry_id in
                                (select entry_id from archive.log_pending order by arrival limit :batch)
                            returning entry_id, arrival),
                        placed as (
                            select t.entry_id, (select coalesce(max(seq), -1) from archive.log_index)
                                + row_number() over (order by t.arrival) as seq from taken t)
                        insert into archive.log_index (seq, entry_id, leaf_hash)
                        select p.seq, p.entry_id, sha256(decode('00', 'hex') || e.leaf)
                        from placed p join archive.log_entry e on e.id = p.entry_id
                        returning entry_id, seq""").setParameter("batch", BATCH).getResultList();
        Map<UUID, Long> places = new LinkedHashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            places.put((UUID) columns[0], ((Number) columns[1]).longValue());
        }
        return places;
    }

    private boolean takeLease(UUID node, Duration lease) {
        return database.createNativeQuery("""
                                update archive.log_lease
                                set fence = fence + case when holder = :node then 0 else 1 end,
                                    holder = :node, held_until = clock_timestamp() + cast(:lease as interval)
                                where holder = :node or holder is null or held_until < clock_timestamp()""")
                        .setParameter("node", node)
                        .setParameter("lease", lease.toMillis() + " milliseconds")
                        .executeUpdate()
                == 1;
    }
}
