package muhafiz.service.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
        LocalDate today = today();
        Number failures = (Number) database.createNativeQuery("""
                        select coalesce(sum(failures), 0) from archive.attempt
                        where token in (:today, :yesterday) and since > :from""")
                .setParameter("today", token(today, target))
                .setParameter("yesterday", token(today.minusDays(1), target))
                .setParameter("from", clock.instant().minus(limit.window()))
                .getSingleResult();
        return failures.intValue() >= limit.failures();
    }

    /** One more failure; a window that has passed begins anew, as does each day, whose failures count with the day's before. */
    void failed(Attempts.Target target, Attempts.Limit limit) {
        Instant now = clock.instant();
        database.createNativeQuery("""
                        insert into archive.attempt as a (token, failures, since) values (:token, 1, :now)
                        on conflict (token) do update set
                            failures = case when a.since > :from then a.failures + 1 else 1 end,
                            since = case when a.since > :from then a.since else :now end""")
                .setParameter("token", token(today(), target))
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

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private byte[] token(LocalDate day, Attempts.Target target) {
        try (LeafKey key = keys.attempts(day)) {
            return BlindToken.of(key, target.space(), target.value().getBytes(StandardCharsets.UTF_8));
        }
    }
}
