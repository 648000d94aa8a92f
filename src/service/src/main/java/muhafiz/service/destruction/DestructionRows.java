package muhafiz.service.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.service.config.Statements;

/** Orders and what is left to do of them, within the caller's transaction. */
@ApplicationScoped
class DestructionRows {
    private final Statements sql;

    @Inject
    DestructionRows(DataSource database) {
        this.sql = new Statements(database);
    }

    /** How far an order is. */
    enum State {
        ORDERED("ordered"),
        UNFILED("unfiled"),
        KEYS_DESTROYED("keys-destroyed"),
        OBJECTS_DELETED("objects-deleted");

        private final String code;

        State(String code) {
            this.code = code;
        }

        static State of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not a state of an order: " + code));
        }
    }

    void add(UUID order, String ground, Instant now) {
        sql.change(
                "insert into archive.destruction_order (id, ground, ordered_at, state) values (?, ?, ?, 'ordered')",
                order,
                ground,
                now);
    }

    void add(UUID order, Collection<Target> targets) {
        sql.change(
                """
                insert into archive.destruction_target (order_id, kind, target_id)
                select ?, t.kind, t.id from unnest(?::text[], ?::uuid[]) t (kind, id) on conflict do nothing""",
                order,
                targets.stream().map(target -> target.kind().code()).toArray(String[]::new),
                targets.stream().map(Target::id).toArray(UUID[]::new));
    }

    void markAtOnce(UUID order) {
        sql.change("update archive.destruction_order set at_once = true where id = ?", order);
    }

    /** Whether an order marked at once still waits for the last root that reaches its keys. */
    boolean isAnyAtOnceInReach() {
        return sql.one("""
                select exists (select from archive.destruction_order
                where at_once and keys_destroyed_at is not null and out_of_reach_at is null)""", row -> row.getBoolean(1));
    }

    /** How far the order is, its row held until the transaction ends; empty where there is none. */
    Optional<State> hold(UUID order) {
        return sql.first(
                "select state from archive.destruction_order where id = ? for update",
                row -> State.of(row.getString(1)),
                order);
    }

    /** Those of the order's documents that lie in these cases. */
    List<UUID> documentsIn(UUID order, Collection<UUID> cases) {
        return ids("""
                select d.id from archive.document d where d.case_id = any (?) and exists (
                    select from archive.destruction_target t
                    where t.order_id = ? and t.kind = 'document' and t.target_id = d.id)""", cases.toArray(UUID[]::new), order);
    }

    /** The next targets of that kind, by id, at most so many. */
    List<UUID> next(UUID order, Target.Kind kind, int most) {
        return ids("""
                select target_id from archive.destruction_target where order_id = ? and kind = ?
                order by target_id limit ?""", order, kind.code(), most);
    }

    void done(UUID order, Target.Kind kind, Collection<UUID> targets) {
        sql.change(
                "delete from archive.destruction_target where order_id = ? and kind = ? and target_id = any (?)",
                order,
                kind.code(),
                targets.toArray(UUID[]::new));
    }

    /** The order goes on without it, by this rule. */
    void skipped(UUID order, Target target, String rule, Instant now) {
        sql.change("""
                insert into archive.destruction_skipped (order_id, kind, target_id, rule, skipped_at) values (?, ?, ?, ?, ?)
                on conflict do nothing""", order, target.kind().code(), target.id(), rule, now);
    }

    void item(UUID order, UUID leaf) {
        items(order, Set.of(leaf));
    }

    /** Leaves that are to be destroyed. */
    void items(UUID order, Collection<UUID> leaves) {
        sql.change(
                "insert into archive.destruction_item (order_id, leaf_id) select ?, unnest(?) on conflict do nothing",
                order,
                leaves.toArray(UUID[]::new));
    }

    void object(UUID order, UUID version) {
        sql.change(
                "insert into archive.destruction_object (order_id, version_id) values (?, ?) on conflict do nothing",
                order,
                version);
    }

    /** What is left of something destroyed: id, class and days. */
    void ghost(UUID order, Target what, String recordClass, Instant receivedAt, Instant now) {
        sql.change("""
                insert into archive.ghost (id, order_id, kind, record_class, received_on, destroyed_on)
                values (?, ?, ?, ?, cast(? as date), cast(? as date)) on conflict do nothing""", what.id(), order, what.kind().code(), recordClass, receivedAt, now);
    }

    /** The leaves of what a request says of persons, and of what was drawn for its answer. */
    void request(UUID order, UUID request) {
        items(order, ids("delete from archive.redaction where request_id = ? returning leaf_id", request));
        sql.change("""
                insert into archive.destruction_item (order_id, leaf_id)
                select ?, leaf_id from archive.request where id = ? on conflict do nothing""", order, request);
    }

    /** Leaves, objects and ghosts of these documents, from their rows. */
    void dying(UUID order, Collection<UUID> documents, Instant now) {
        UUID[] ids = documents.toArray(UUID[]::new);
        sql.change("""
                insert into archive.destruction_item (order_id, leaf_id)
                select ?, leaf_id from archive.document where id = any (?) on conflict do nothing""", order, ids);
        uploads(order, ids);
        sql.change("""
                insert into archive.destruction_object (order_id, version_id)
                select ?, version_id from archive.document where id = any (?) on conflict do nothing""", order, ids);
        sql.change("""
                insert into archive.ghost (id, order_id, kind, record_class, received_on, destroyed_on)
                select id, ?, 'document', record_class, cast(received_at as date), cast(? as date)
                from archive.document where id = any (?) on conflict do nothing""", order, now, ids);
    }

    /** What came in parts and is not filed yet, or was filed a moment ago. */
    private void uploads(UUID order, UUID... ofThese) {
        sql.change("""
                insert into archive.destruction_item (order_id, leaf_id) select ?, leaf_id from archive.upload
                where (case_id = any (?) or document_id = any (?)) and leaf_id is not null
                on conflict do nothing""", order, ofThese, ofThese);
        sql.change("""
                insert into archive.destruction_object (order_id, version_id) select ?, id from archive.upload
                where (case_id = any (?) or document_id = any (?)) and leaf_id is not null
                on conflict do nothing""", order, ofThese, ofThese);
    }

    /** Leaves and ghosts of these cases and their parties, from their rows. */
    void dyingCases(UUID order, Collection<UUID> cases, Instant now) {
        UUID[] ids = cases.toArray(UUID[]::new);
        sql.change("""
                insert into archive.destruction_item (order_id, leaf_id) select ?, leaf.id from (
                    select leaf_id from archive.case_file where id = any (?)
                    union select token_leaf_id from archive.case_file where id = any (?) and token_leaf_id is not null
                    union select leaf_id from archive.case_party where case_id = any (?)
                    union select leaf_id from archive.party_version where case_id = any (?)) leaf (id)
                on conflict do nothing""", order, ids, ids, ids, ids);
        uploads(order, ids);
        sql.change("""
                insert into archive.ghost (id, order_id, kind, record_class, received_on, destroyed_on)
                select id, ?, 'case', record_class, cast(received_at as date), cast(? as date)
                from archive.case_file where id = any (?) on conflict do nothing""", order, now, ids);
    }

    /** Whether it took cases off whose numbers are tokens of the index that serves. */
    boolean wantsAnotherIndex(UUID order) {
        return sql.one("""
                select exists (select from archive.destruction_order where id = ? and not index_renewed)
                    and exists (select from archive.ghost where order_id = ? and kind = 'case')""", row -> row.getBoolean(1), order, order);
    }

    void hasAnotherIndex(UUID order) {
        sql.change("update archive.destruction_order set index_renewed = true where id = ?", order);
    }

    void moveTo(UUID order, State state) {
        sql.change("update archive.destruction_order set state = ? where id = ?", state.code, order);
    }

    /** Leaves that are still to be destroyed, at most so many. */
    Set<UUID> leaves(UUID order, int most) {
        return Set.copyOf(ids(
                "select leaf_id from archive.destruction_item where order_id = ? order by leaf_id limit ?",
                order,
                most));
    }

    void forgotten(UUID order, Set<UUID> leaves) {
        sql.change(
                "delete from archive.destruction_item where order_id = ? and leaf_id = any (?)",
                order,
                leaves.toArray(UUID[]::new));
    }

    /** Versions whose objects are still to be deleted, at most so many. */
    List<UUID> versions(UUID order, int most) {
        return ids(
                "select version_id from archive.destruction_object where order_id = ? order by version_id limit ?",
                order,
                most);
    }

    void deleted(UUID order, Collection<UUID> versions) {
        sql.change(
                "delete from archive.destruction_object where order_id = ? and version_id = any (?)",
                order,
                versions.toArray(UUID[]::new));
    }

    /** The first part of the certificate. */
    void keysDestroyed(UUID order, Instant at, long epoch) {
        sql.change("""
                update archive.destruction_order set state = 'keys-destroyed', keys_destroyed_at = ?, epoch = ?
                where id = ?""", at, epoch, order);
    }

    record InReach(UUID order, long epoch) {}

    /** Orders that lack the second part of their certificate. */
    List<InReach> inReach() {
        return sql.all("""
                select id, epoch from archive.destruction_order
                where keys_destroyed_at is not null and out_of_reach_at is null order by epoch, id""", row -> new InReach(row.getObject(1, UUID.class), row.getLong(2)));
    }

    /** The second part of the certificate. */
    void outOfReach(UUID order, Instant at) {
        sql.change("update archive.destruction_order set out_of_reach_at = ? where id = ?", at, order);
    }

    Optional<Certificate> certificate(UUID order) {
        return sql.all("""
                        select keys_destroyed_at, out_of_reach_at from archive.destruction_order
                        where id = ? and keys_destroyed_at is not null""", row -> new Certificate(order, moment(row, 1).orElseThrow(), moment(row, 2)), order).stream()
                .findFirst();
    }

    private List<UUID> ids(String question, Object... values) {
        return sql.all(question, row -> row.getObject(1, UUID.class), values);
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
