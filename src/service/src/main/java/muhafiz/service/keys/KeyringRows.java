package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of schema {@code keyring}, through its functions only. */
@ApplicationScoped
class KeyringRows {
    private final EntityManager database;

    @Inject
    KeyringRows(EntityManager database) {
        this.database = database;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record EpochRow(UUID id, int version, String root, byte[] wrapped) {}

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record LeafRow(int version, byte[] wrapped, EpochRow epoch) {}

    /** The newest epoch, its row held for sharing until the transaction ends. */
    Optional<EpochRow> newestEpoch() {
        return first("select id, version, root, wrapped from keyring.newest_epoch()")
                .map(row -> new EpochRow((UUID) row[0], (Integer) row[1], (String) row[2], (byte[]) row[3]));
    }

    /** Until the transaction ends no other node makes an epoch. */
    void lockEpochs() {
        first("select 1, cast(keyring.lock_epochs() as text)");
    }

    void addEpoch(EpochRow epoch) {
        database.createNativeQuery("select 1, cast(keyring.add_epoch(:id, :version, :root, :wrapped) as text)")
                .setParameter("id", epoch.id())
                .setParameter("version", epoch.version())
                .setParameter("root", epoch.root())
                .setParameter("wrapped", epoch.wrapped())
                .getResultList();
    }

    void addLeaf(UUID id, int version, UUID epoch, byte[] wrapped) {
        database.createNativeQuery("select 1, cast(keyring.add_leaf(:id, :version, :epoch, :wrapped) as text)")
                .setParameter("id", id)
                .setParameter("version", version)
                .setParameter("epoch", epoch)
                .setParameter("wrapped", wrapped)
                .getResultList();
    }

    Optional<LeafRow> leaf(UUID id) {
        List<?> rows = database.createNativeQuery(
                        "select version, wrapped, epoch_id, epoch_version, root, epoch_wrapped from keyring.leaf_of(:id)")
                .setParameter("id", id)
                .getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(KeyringRows::leafRow);
    }

    /** True where there was a leaf to forget. */
    boolean destroyLeaf(UUID id, UUID order) {
        return (Boolean) database.createNativeQuery("select keyring.destroy_leaf(:id, :order)", Boolean.class)
                .setParameter("id", id)
                .setParameter("order", order)
                .getSingleResult();
    }

    private static LeafRow leafRow(Object[] row) {
        EpochRow epoch = new EpochRow((UUID) row[2], (Integer) row[3], (String) row[4], (byte[]) row[5]);
        return new LeafRow((Integer) row[0], (byte[]) row[1], epoch);
    }

    private Optional<Object[]> first(String sql) {
        List<?> rows = database.createNativeQuery(sql).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast);
    }
}
