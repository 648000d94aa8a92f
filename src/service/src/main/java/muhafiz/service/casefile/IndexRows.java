package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The blind index: keyed tokens that lead to cases, in a table that no backup and no WAL holds. */
@ApplicationScoped
class IndexRows {
    /** No value has this token; it stands in the table once the generation is complete, and is lost with the table. */
    private static final byte[] COMPLETE = new byte[16];

    private static final UUID NO_CASE = new UUID(0, 0);

    private final EntityManager database;

    @Inject
    IndexRows(EntityManager database) {
        this.database = database;
    }

    record Generation(UUID id, UUID leaf) {}

    /** What a look-up gave; {@code complete} is false where the table was lost or is not yet filled. */
    record Found(boolean complete, List<UUID> cases) {}

    Optional<Generation> newest() {
        List<?> rows = database.createNativeQuery(
                        "select id, leaf_id from archive.index_generation order by made_at desc limit 1")
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new Generation((UUID) row[0], (UUID) row[1]));
    }

    void add(Generation generation, Instant now) {
        database.createNativeQuery("""
                        insert into archive.index_generation (id, leaf_id, state, expected, made_at)
                        values (:id, :leaf, 'building', 0, :now)""")
                .setParameter("id", generation.id())
                .setParameter("leaf", generation.leaf())
                .setParameter("now", now)
                .executeUpdate();
    }

    Found find(UUID generation, byte[] token) {
        List<?> rows = database.createNativeQuery("""
                        select case_id from archive.blind_index
                        where generation = :generation and token in (:complete, :token)""", UUID.class)
                .setParameter("generation", generation)
                .setParameter("complete", COMPLETE)
                .setParameter("token", token)
                .getResultList();
        Stream<UUID> cases = rows.stream().map(UUID.class::cast).filter(id -> !id.equals(NO_CASE));
        return new Found(rows.contains(NO_CASE), cases.toList());
    }

    void put(UUID generation, byte[] token, UUID caseId) {
        database.createNativeQuery("""
                        insert into archive.blind_index (generation, token, case_id)
                        values (:generation, :token, :case) on conflict do nothing""")
                .setParameter("generation", generation)
                .setParameter("token", token)
                .setParameter("case", caseId)
                .executeUpdate();
    }

    boolean isComplete(UUID generation) {
        return find(generation, COMPLETE).complete();
    }

    /** Says that every case is in; the logged row keeps how many there were. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void complete(UUID generation) {
        put(generation, COMPLETE, NO_CASE);
        database.createNativeQuery("""
                        update archive.index_generation
                        set state = 'serving', expected = (select count(*) from archive.case_file) where id = :id""").setParameter("id", generation).executeUpdate();
    }

    /** True for the one node that may rebuild until its transaction ends. */
    boolean mayRebuild() {
        return (Boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(7223602)", Boolean.class)
                .getSingleResult();
    }
}
