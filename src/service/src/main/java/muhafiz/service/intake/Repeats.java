package muhafiz.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.BlindToken;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.keys.ServiceKeys;

/**
 * Knows a repeated request by its {@code Idempotency-Key}: scoped to caller and application, kept as HMAC for 24 hours, as is the body.
 * Each day has a key of its own, so that no copy of these tokens can be asked about a document's bytes for longer.
 */
@ApplicationScoped
@Transactional
class Repeats {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST_KEY = 255;

    private final EntityManager database;
    private final ServiceKeys keys;
    private final InstantSource clock;

    @Inject
    Repeats(EntityManager database, ServiceKeys keys, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** A request's name, as the token of one day. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Token(LocalDate day, byte[] bytes) {}

    /** A request's name, as today's and yesterday's token. */
    record Key(Token today, Token yesterday) {}

    /** What was acknowledged under that name, and when. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Earlier(LocalDate day, byte[] body, UUID document) {}

    public Key keyOf(Caller caller, UUID caseId, String name) {
        if (name.isEmpty() || name.length() > LONGEST_KEY) {
            throw new RefusedException(Refusal.MALFORMED, "Idempotency-Key has 1 to " + LONGEST_KEY + " characters");
        }
        String scoped = caller.user() + "\n" + caller.person().orElse("") + "\n" + caseId + "\n" + name;
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Key(token(today, scoped), token(today.minusDays(1), scoped));
    }

    private Token token(LocalDate day, String scoped) {
        try (LeafKey key = keys.idempotency(day)) {
            return new Token(day, BlindToken.of(key, "key", scoped.getBytes(StandardCharsets.UTF_8)));
        }
    }

    public Optional<Earlier> find(Key key) {
        return find(key.today()).or(() -> find(key.yesterday()));
    }

    private Optional<Earlier> find(Token key) {
        List<?> rows = database.createNativeQuery(
                        "select body, document_id from archive.idempotency where token = :token and expires_at > :now")
                .setParameter("token", key.bytes())
                .setParameter("now", clock.instant())
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new Earlier(key.day(), (byte[]) row[0], (UUID) row[1]));
    }

    /** The earlier document, where the repeated body proved to be the same bytes. */
    public UUID confirm(Earlier earlier, byte[] sha256) {
        if (!MessageDigest.isEqual(bodyToken(earlier.day(), sha256), earlier.body())) {
            throw new RefusedException(Refusal.IDEMPOTENCY_MISMATCH, "this Idempotency-Key was used for another body");
        }
        return earlier.document();
    }

    /** Keeps the name with what was acknowledged under it; called in the transaction of the act. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Key key, byte[] sha256, UUID document) {
        database.createNativeQuery("delete from archive.idempotency where token = :token and expires_at <= :now")
                .setParameter("token", key.today().bytes())
                .setParameter("now", clock.instant())
                .executeUpdate();
        int inserted = database.createNativeQuery("""
                        insert into archive.idempotency (token, body, document_id, expires_at)
                        values (:token, :body, :document, :until) on conflict do nothing""")
                .setParameter("token", key.today().bytes())
                .setParameter("body", bodyToken(key.today().day(), sha256))
                .setParameter("document", document)
                .setParameter("until", clock.instant().plus(KEPT))
                .executeUpdate();
        if (inserted == 0) {
            throw new UnavailableException("same-request-under-way", Duration.ofSeconds(1));
        }
    }

    private byte[] bodyToken(LocalDate day, byte[] sha256) {
        try (LeafKey key = keys.idempotency(day)) {
            return BlindToken.of(key, "body", sha256);
        }
    }
}
