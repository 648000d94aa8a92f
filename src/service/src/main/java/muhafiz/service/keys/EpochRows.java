package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** Roots and epochs of schema {@code keyring}, through its functions only, in the caller's transaction. */
@ApplicationScoped
class EpochRows {
    private final Sql sql;

    @Inject
    EpochRows(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * An epoch.
     *
     * @param finished whether every page has come over to it
     */
    record Epoch(UUID id, long number, int version, boolean finished, Instant bornAt) {}

    /**
     * A root that is not yet known to be gone from every holder.
     *
     * @param epoch the rotation that made it
     * @param diesWith the rotation that ends it
     */
    record Root(String id, long epoch, long diesWith, Instant bornAt) {}

    /** A place where a root was to be made and is not known to be gone: a holder's name, or a share of the quorum's. */
    record Copy(String root, String place, long epoch, boolean recovered) {}

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Wrap(String holder, String root, byte[] wrapped) {}

    /** Until the transaction ends nobody else plans a rotation. */
    void holdRotation() {
        sql.call("select keyring.hold_rotation()");
    }

    void planRoot(String id, long epoch, long diesWith) {
        sql.call("select keyring.plan_root(?, ?, ?)", id, epoch, diesWith);
    }

    /** Names the places where copies of the root are going to be made. */
    void planCopies(String root, Collection<String> places) {
        sql.call("select keyring.plan_copies(?, ?)", root, places.toArray(String[]::new));
    }

    /** All roots of earlier rotations die with this one. */
    void condemnRoots(long epoch) {
        sql.call("select keyring.condemn_roots(?)", epoch);
    }

    /** Where roots still lie, oldest first. */
    List<Copy> copies() {
        return sql.all(
                "select root, place, epoch, recovered from keyring.copies()",
                row -> new Copy(row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4)));
    }

    /** @return whether the root is gone with it */
    boolean copyIsGone(String root, String place, boolean declared) {
        return sql.first("select keyring.copy_is_gone(?, ?, ?)", row -> row.getBoolean(1), root, place, declared)
                .orElse(false);
    }

    void completeRotation(long epoch) {
        sql.call("select keyring.complete_rotation(?)", epoch);
    }

    RootState state() {
        return sql.first(
                        "select last_success, oldest_born, living, behind, overdue from keyring.state()",
                        row -> new RootState(
                                instant(row, 1), instant(row, 2), row.getLong(3), row.getLong(4), row.getBoolean(5)))
                .orElseThrow();
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** The root whose rotation was planned and has not begun; an adopted one never is. */
    Optional<Root> plannedRoot() {
        return sql.first("select id, epoch, dies_with, born_at from keyring.planned_root()", EpochRows::root);
    }

    /** Enters a root that a holder has; one that is known already stays as it is. */
    void adoptRoot(RootName name) {
        sql.call("select keyring.adopt_root(?, ?, ?)", name.text(), name.epoch(), name.diesWith());
    }

    /** The last rotation that is known from an adopted root only; 0 where there is none. */
    long lastAdopted() {
        return sql.first("select keyring.last_adopted()", row -> row.getLong(1)).orElse(0L);
    }

    /** Oldest first. */
    List<Root> roots() {
        return sql.all("select id, epoch, dies_with, born_at from keyring.roots()", EpochRows::root);
    }

    private static Root root(ResultSet row) throws SQLException {
        return new Root(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    /** When the last root died that reaches what was forgotten in that epoch; empty while one lives. */
    Optional<Instant> lastRootGone(long epoch) {
        return sql.first(
                        "select keyring.last_root_gone(?)",
                        row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        epoch)
                .flatMap(when -> when);
    }

    /** The epoch in which the leaf was forgotten; empty where it was not. */
    Optional<Long> forgottenIn(UUID leaf) {
        return sql.first(
                        "select keyring.forgotten_in(?)",
                        row -> Optional.ofNullable(row.getObject(1, Long.class)),
                        leaf)
                .flatMap(epoch -> epoch);
    }

    void addEpoch(UUID id, long number, int version, Map<String, Wrap> wraps) {
        sql.call("select keyring.add_epoch(?, ?, ?)", id, number, version);
        addWraps(id, wraps);
    }

    /** In place of those that the same holders had. */
    void addWraps(UUID epoch, Map<String, Wrap> wraps) {
        new TreeMap<>(wraps)
                .values()
                .forEach(wrap -> sql.call(
                        "select keyring.add_epoch_wrap(?, ?, ?, ?)",
                        epoch,
                        wrap.holder(),
                        wrap.root(),
                        wrap.wrapped()));
    }

    /** The newest epoch, held for share. */
    Optional<Epoch> newest() {
        return sql.first("select id, number, version, finished, born_at from keyring.newest_epoch()", EpochRows::epoch);
    }

    /** All that are left, oldest first. */
    List<Epoch> all() {
        return sql.all("select id, number, version, finished, born_at from keyring.epochs()", EpochRows::epoch);
    }

    private static Epoch epoch(ResultSet row) throws SQLException {
        return new Epoch(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getInt(3),
                row.getBoolean(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }

    List<Wrap> wrapsOf(UUID epoch) {
        return sql.all(
                "select holder, root, wrapped from keyring.wraps_of(?)",
                row -> new Wrap(row.getString(1), row.getString(2), row.getBytes(3)),
                epoch);
    }

    /** Ends all older epochs; false where a page is still wrapped under one of them. */
    boolean finish(long number) {
        return sql.first("select keyring.finish_epoch(?)", row -> row.getBoolean(1), number)
                .orElse(false);
    }
}
