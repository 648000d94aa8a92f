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
import muhafiz.domain.document.Document;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.document.DocumentSeal;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.ServiceKeys;

/**
 * Knows a repeated request by its {@code Idempotency-Key}: scoped to caller and application, kept as HMAC for 24 hours, under a key of
 * the day. Of the body nothing is kept but what is sealed with the document itself.
 */
@ApplicationScoped
@Transactional
class Repeats {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST_KEY = 255;

    private final EntityManager database;
    private final DocumentRows documents;
    private final DocumentSeal seal;
    private final Keyring keyring;
    private final ServiceKeys keys;
    private final InstantSource clock;

    @Inject
    Repeats(
            EntityManager database,
            DocumentRows documents,
            DocumentSeal seal,
            Keyring keyring,
            ServiceKeys keys,
            InstantSource clock) {
        this.database = database;
        this.documents = documents;
        this.seal = seal;
        this.keyring = keyring;
        this.keys = keys;
        this.clock = clock;
    }

    /** A request's name, as today's and yesterday's token. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Key(byte[] today, byte[] yesterday) {}

    /** What was acknowledged under that name. */
    record Earlier(UUID document) {}

    public Key keyOf(Caller caller, UUID caseId, String name) {
        if (name.isEmpty() || name.length() > LONGEST_KEY) {
            throw new RefusedException(Refusal.MALFORMED, "Idempotency-Key has 1 to " + LONGEST_KEY + " characters");
        }
        String scoped = caller.user() + "\n" + caller.person().orElse("") + "\n" + caseId + "\n" + name;
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Key(token(today, scoped), token(today.minusDays(1), scoped));
    }

    private byte[] token(LocalDate day, String scoped) {
        try (LeafKey key = keys.idempotency(day)) {
            return BlindToken.of(key, "key", scoped.getBytes(StandardCharsets.UTF_8));
        }
    }

    public Optional<Earlier> find(Key key) {
        List<?> rows = database.createNativeQuery("""
                        select document_id from archive.idempotency
                        where token in (:today, :yesterday) and expires_at > :now""", UUID.class)
                .setParameter("today", key.today())
                .setParameter("yesterday", key.yesterday())
                .setParameter("now", clock.instant())
                .getResultList();
        return rows.stream().findFirst().map(UUID.class::cast).map(Earlier::new);
    }

    /** The earlier document, where the repeated body proved to be the same bytes: held against what is sealed with it. */
    public UUID confirm(Earlier earlier, byte[] sha256) {
        Document document = documents
                .find(earlier.document())
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "there is no such application"));
        try (LeafKey key = keyring.open(document.leafId())) {
            if (!MessageDigest.isEqual(sha256, seal.about(key, document).sha256())) {
                throw new RefusedException(
                        Refusal.IDEMPOTENCY_MISMATCH, "this Idempotency-Key was used for another body");
            }
        }
        return document.id();
    }

    /** Keeps the name with what was acknowledged under it; called in the transaction of the act. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Key key, UUID document) {
        database.createNativeQuery("delete from archive.idempotency where token = :token and expires_at <= :now")
                .setParameter("token", key.today())
                .setParameter("now", clock.instant())
                .executeUpdate();
        int inserted = database.createNativeQuery("""
                        insert into archive.idempotency (token, document_id, expires_at)
                        values (:token, :document, :until) on conflict do nothing""")
                .setParameter("token", key.today())
                .setParameter("document", document)
                .setParameter("until", clock.instant().plus(KEPT))
                .executeUpdate();
        if (inserted == 0) {
            throw new UnavailableException("same-request-under-way", Duration.ofSeconds(1));
        }
    }
}
