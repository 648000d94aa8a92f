package muhafiz.service.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What waits for its second custodian, one request of each kind, in the caller's transaction. */
@ApplicationScoped
class RequestRows {
    private final EntityManager database;

    @Inject
    RequestRows(EntityManager database) {
        this.database = database;
    }

    /**
     * A request.
     *
     * @param what is asked for
     * @param because why one custodian is not enough
     * @param askedBy the first custodian's account
     */
    record Request(String what, Set<String> because, String askedBy, Instant askedAt) {}

    /** In place of an earlier one for the same. */
    void put(Request request) {
        database.createNativeQuery("""
                        insert into archive.custody_request (what, because, asked_by, asked_at)
                        values (:what, string_to_array(:because, ' '), :by, :at)
                        on conflict (what) do update set because = excluded.because, asked_by = excluded.asked_by,
                            asked_at = excluded.asked_at""")
                .setParameter("what", request.what())
                .setParameter("because", String.join(" ", request.because()))
                .setParameter("by", request.askedBy())
                .setParameter("at", request.askedAt())
                .executeUpdate();
    }

    /** Held for the caller alone. */
    Optional<Request> hold(String what) {
        List<?> rows = database.createNativeQuery("""
                        select array_to_string(because, ' '), asked_by, asked_at
                        from archive.custody_request where what = :what for update""", Object[].class)
                .setParameter("what", what)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Request(what, Set.of(((String) row[0]).split(" ")), (String) row[1], (Instant) row[2]))
                .findFirst();
    }

    void remove(String what) {
        database.createNativeQuery("delete from archive.custody_request where what = :what")
                .setParameter("what", what)
                .executeUpdate();
    }
}
