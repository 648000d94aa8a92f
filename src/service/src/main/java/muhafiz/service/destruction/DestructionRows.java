package muhafiz.service.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Orders and what is left to do of them, within the caller's transaction. */
@ApplicationScoped
class DestructionRows {
    private final EntityManager database;

    @Inject
    DestructionRows(EntityManager database) {
        this.database = database;
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
        write("""
                insert into archive.destruction_order (id, ground, ordered_at, state)
                values (?1, ?2, ?3, 'ordered')""", order, ground, now);
    }

    void add(UUID order, Target target) {
        write("""
                insert into archive.destruction_target (order_id, kind, target_id) values (?1, ?2, ?3)
                on conflict do nothing""", order, target.kind().code(), target.id());
    }

    void markAtOnce(UUID order) {
        write("update archive.destruction_order set at_once = true where id = ?1", order);
    }

    /** Whether an order marked at once still waits for the last root that reaches its keys. */
    boolean isAnyAtOnceInReach() {
        return (Boolean) query("""
                select exists (select from archive.destruction_order
                where at_once and keys_destroyed_at is not null and out_of_reach_at is null)""").getSingleResult();
    }

    /** How far the order is, its row held until the transaction ends; empty where there is none. */
    Optional<State> hold(UUID order) {
        return strings("select state from archive.destruction_order where id = ?1 for update", order)
                .findFirst()
                .map(State::of);
    }

    /**
     * The next target, and with a document those others that lie in the same case, by id. Documents first, persons last: nobody is
     * forgotten while a case still names them.
     */
    List<Target> nextTargets(UUID order) {
        return rows("""
                with next as (
                    select kind, target_id from archive.destruction_target where order_id = ?1
                    order by array_position(array['document', 'case', 'empty-case', 'person'], kind), target_id limit 1)
                select kind, target_id from next
                union
                select t.kind, t.target_id from next n
                    join archive.document first on n.kind = 'document' and first.id = n.target_id
                    join archive.document d on d.case_id = first.case_id
                    join archive.destruction_target t on t.order_id = ?1 and t.kind = 'document' and t.target_id = d.id
                order by target_id""", order)
                .map(row -> new Target(Target.Kind.of((String) row[0]), (UUID) row[1]))
                .toList();
    }

    void done(UUID order, Target target) {
        write(
                "delete from archive.destruction_target where order_id = ?1 and kind = ?2 and target_id = ?3",
                order,
                target.kind().code(),
                target.id());
    }

    /** The order goes on without it, by this rule. */
    void skipped(UUID order, Target target, String rule, Instant now) {
        write("""
                insert into archive.destruction_skipped (order_id, kind, target_id, rule, skipped_at) values (?1, ?2, ?3, ?4, ?5)
                on conflict do nothing""", order, target.kind().code(), target.id(), rule, now);
    }

    void item(UUID order, UUID leaf) {
        write(
                "insert into archive.destruction_item (order_id, leaf_id) values (?1, ?2) on conflict do nothing",
                order,
                leaf);
    }

    void object(UUID order, UUID version) {
        write("""
                insert into archive.destruction_object (order_id, version_id) values (?1, ?2)
                on conflict do nothing""", order, version);
    }

    /** What is left of something destroyed: id, class and days. */
    void ghost(UUID order, Target what, String recordClass, Instant receivedAt, Instant now) {
        write("""
                insert into archive.ghost (id, order_id, kind, record_class, received_on, destroyed_on)
                values (?1, ?2, ?3, ?4, cast(?5 as date), cast(?6 as date)) on conflict do nothing""", what.id(), order, what.kind().code(), recordClass, receivedAt, now);
    }

    /** Whether it took cases off whose numbers are tokens of the index that serves. */
    boolean wantsAnotherIndex(UUID order) {
        return (Boolean) query("""
                select exists (select from archive.destruction_order where id = ?1 and not index_renewed)
                    and exists (select from archive.ghost where order_id = ?1 and kind = 'case')""", order).getSingleResult();
    }

    void hasAnotherIndex(UUID order) {
        write("update archive.destruction_order set index_renewed = true where id = ?1", order);
    }

    void moveTo(UUID order, State state) {
        write("update archive.destruction_order set state = ?2 where id = ?1", order, state.code);
    }

    /** Leaves that are still to be destroyed, at most so many. */
    Set<UUID> leaves(UUID order, int most) {
        return Set.copyOf(ids(
                "select leaf_id from archive.destruction_item where order_id = ?1 order by leaf_id limit ?2",
                order,
                most));
    }

    void forgotten(UUID order, Set<UUID> leaves) {
        database.createNativeQuery(
                        "delete from archive.destruction_item where order_id = :order and leaf_id in :leaves")
                .setParameter("order", order)
                .setParameter("leaves", leaves)
                .executeUpdate();
    }

    /** Versions whose objects are still to be deleted, at most so many. */
    List<UUID> versions(UUID order, int most) {
        return ids(
                "select version_id from archive.destruction_object where order_id = ?1 order by version_id limit ?2",
                order,
                most);
    }

    void deleted(UUID order, UUID version) {
        write("delete from archive.destruction_object where order_id = ?1 and version_id = ?2", order, version);
    }

    /** The first part of the certificate. */
    void keysDestroyed(UUID order, Instant at, long epoch) {
        write("""
                update archive.destruction_order set state = 'keys-destroyed', keys_destroyed_at = ?2, epoch = ?3
                where id = ?1""", order, at, epoch);
    }

    record InReach(UUID order, long epoch) {}

    /** Orders that lack the second part of their certificate. */
    List<InReach> inReach() {
        return rows("""
                select id, epoch from archive.destruction_order
                where keys_destroyed_at is not null and out_of_reach_at is null order by epoch, id""").map(row -> new InReach((UUID) row[0], (Long) row[1])).toList();
    }

    /** The second part of the certificate. */
    void outOfReach(UUID order, Instant at) {
        write("update archive.destruction_order set out_of_reach_at = ?2 where id = ?1", order, at);
    }

    Optional<Certificate> certificate(UUID order) {
        return rows("""
                select keys_destroyed_at, out_of_reach_at from archive.destruction_order
                where id = ?1 and keys_destroyed_at is not null""", order)
                .map(row -> new Certificate(order, (Instant) row[0], Optional.ofNullable((Instant) row[1])))
                .findFirst();
    }

    private void write(String statement, Object... values) {
        query(statement, values).executeUpdate();
    }

    private List<UUID> ids(String question, Object... values) {
        List<?> ids = query(question, values).getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    private Stream<String> strings(String question, Object... values) {
        return ((List<?>) query(question, values).getResultList()).stream().map(String.class::cast);
    }

    private Stream<Object[]> rows(String question, Object... values) {
        List<?> rows = query(question, values).getResultList();
        return rows.stream().map(Object[].class::cast);
    }

    private Query query(String statement, Object... values) {
        Query query = database.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
