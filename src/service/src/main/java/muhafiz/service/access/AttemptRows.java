package muhafiz.service.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.BlindToken;
import muhafiz.service.keys.ServiceKeys;

/** The rows of failed attempts, by keyed token. */
@ApplicationScoped
@Transactional
class AttemptRows {
    private final EntityManager database;
    private final ServiceKeys keys;
    private final InstantSource clock;

    @Inject
    AttemptRows(EntityManager database, ServiceKeys keys, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** Whether anything failed since then. */
    boolean isAnySince(Instant from) {
        return (Boolean) database.createNativeQuery(
                        "select exists (select from archive.attempt where since > :from)", Boolean.class)
                .setParameter("from", from)
                .getSingleResult();
    }

    /** Whether the door is closed for this target. */
    boolean isLocked(Attempts.Target target, Attempts.Limit limit) {
        List<?> rows = database.createNativeQuery(
                        "select failures from archive.attempt where token = :token and since > :from", Integer.class)
                .setParameter("token", token(target))
                .setParameter("from", clock.instant().minus(limit.window()))
                .getResultList();
        return !rows.isEmpty() && (Integer) rows.get(0) >= limit.failures();
    }

    /** One more failure; a window that has passed begins anew. Other windows' remains are cleared on the way. */
    void failed(Attempts.Target target, Attempts.Limit limit) {
        Instant now = clock.instant();
        database.createNativeQuery("""
                        insert into archive.attempt as a (token, failures, since) values (:token, 1, :now)
                        on conflict (token) do update set
                            failures = case when a.since > :from then a.failures + 1 else 1 end,
                            since = case when a.since > :from then a.since else :now end""")
                .setParameter("token", token(target))
                .setParameter("now", now)
                .setParameter("from", now.minus(limit.window()))
                .executeUpdate();
    }

    /** Forgets every window older than a day. */
    int sweep() {
        return database.createNativeQuery("delete from archive.attempt where since < :from")
                .setParameter("from", clock.instant().minus(Duration.ofDays(1)))
                .executeUpdate();
    }

    private byte[] token(Attempts.Target target) {
        try (LeafKey key = keys.attempts()) {
            return BlindToken.of(key, target.space(), target.value().getBytes(StandardCharsets.UTF_8));
        }
    }
}
