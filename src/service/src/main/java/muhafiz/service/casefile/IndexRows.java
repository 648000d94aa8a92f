package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
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

    /** @param serves whether it was complete once: look-ups ask it, and no older one */
    record Generation(UUID id, UUID leaf, boolean serves) {}

    /** What a look-up gave; {@code complete} is false where the table was lost or is not yet filled. */
    record Found(boolean complete, List<UUID> cases) {}

    /** The one that look-ups ask first; another one only while it is being built. */
    List<Generation> all() {
        List<?> rows = database.createNativeQuery("""
                        select id, leaf_id, state = 'serving' from archive.index_generation
                        order by state = 'serving' desc, made_at""").getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Generation((UUID) row[0], (UUID) row[1], (Boolean) row[2]))
                .toList();
    }

    /** Until the transaction ends no renewal begins to read the cases. */
    void adding() {
        lock("pg_advisory_xact_lock_shared");
    }

    /** Returns when everybody who was adding is done. */
    void awaitAdders() {
        lock("pg_advisory_xact_lock");
    }

    private void lock(String how) {
        database.createNativeQuery("select 1, cast(" + how + "(7223603) as text)")
                .getResultList();
    }

    void remove(UUID generation, byte[] token, UUID caseId) {
        database.createNativeQuery("""
                        delete from archive.blind_index
                        where generation = :generation and token = :token and case_id = :case""")
                .setParameter("generation", generation)
                .setParameter("token", token)
                .setParameter("case", caseId)
                .executeUpdate();
    }

    /** Nothing of this generation is left but its key. */
    void remove(UUID generation) {
        database.createNativeQuery("delete from archive.blind_index where generation = :generation")
                .setParameter("generation", generation)
                .executeUpdate();
        database.createNativeQuery("delete from archive.index_generation where id = :generation")
                .setParameter("generation", generation)
                .executeUpdate();
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
