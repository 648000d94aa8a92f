package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Tombstones of schema {@code keyring}, through its functions only, in the caller's transaction. */
@ApplicationScoped
class TombstoneRows {
    private final Sql sql;

    @Inject
    TombstoneRows(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Some without a copy, held; those that another node holds are left out. */
    List<Tombstone> toCopy(int most) {
        return sql.all(
                "select leaf, order_id, epoch, destroyed_at from keyring.tombstones_to_copy(?)",
                TombstoneRows::tombstone,
                most);
    }

    /** From the columns in which every function shows one. */
    static Tombstone tombstone(ResultSet row) throws SQLException {
        return new Tombstone(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    /** Says that these are in that batch, and that the batch was heard. */
    void copied(Collection<Tombstone> tombstones, UUID batch) {
        sql.call(
                "select keyring.tombstones_copied(?, ?)",
                tombstones.stream().map(Tombstone::leaf).toArray(UUID[]::new),
                batch);
    }

    Set<UUID> unheard(Set<UUID> batches) {
        return new HashSet<>(sql.all("select keyring.unheard_batches(?)", row -> row.getObject(1, UUID.class), (Object)
                batches.toArray(UUID[]::new)));
    }

    /** What became of an order; its epoch and instant are empty where it has no tombstone. */
    OrderState stateOf(UUID order) {
        return sql.first(
                        "select leaves, uncopied, epoch, last_at from keyring.order_state(?)",
                        row -> new OrderState(
                                row.getLong(1),
                                row.getLong(2),
                                Optional.ofNullable(row.getObject(3, Long.class)),
                                Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)),
                        order)
                .orElseThrow();
    }

    /**
     * Tombstones of an order.
     *
     * @param uncopied those that stand in the database only
     * @param epoch the newest in which one of its leaves was forgotten
     */
    record OrderState(long leaves, long uncopied, Optional<Long> epoch, Optional<Instant> lastAt) {}
}
