package muhafiz.service.keys;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;

/**
 * The archive's own leaves, by name: made when first asked for, in the asking transaction. Every request needs some of them, so a key is
 * kept in memory for a second; then its row is looked at again.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ServiceKeys {
    /** Where the archive's own keys stand; their month is that in which they were made. */
    public static final String SHELF = "archive";

    private static final String IDEMPOTENCY = "idempotency:";
    private static final String ATTEMPTS = "attempts:";
    private static final String LOG_MONTH = "log-month:";

    private final EntityManager database;
    private final Keyring keyring;
    private final InstantSource clock;
    private final KeptKeys kept = new KeptKeys();

    @Inject
    ServiceKeys(EntityManager database, Keyring keyring, InstantSource clock) {
        this.database = database;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** The key of the tokens by which requests of that day are known when they are repeated. */
    public LeafKey idempotency(LocalDate day) {
        return named(IDEMPOTENCY + day);
    }

    /** The key of the tokens by which that day's failed attempts are counted. */
    public LeafKey attempts(LocalDate day) {
        return named(ATTEMPTS + day);
    }

    /**
     * Strikes out the keys under which failed attempts are counted, whose values are numbers of applications: the counts begin anew.
     *
     * @return the leaves, to be destroyed
     */
    public Set<UUID> retireAttempts() {
        List<?> found = database.createNativeQuery(
                        "delete from archive.service_key where starts_with(name, :attempts) returning leaf_id",
                        UUID.class)
                .setParameter("attempts", ATTEMPTS)
                .getResultList();
        return found.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    /** The leaves of a day's keys that are of no more use on {@code today}: whatever they were tokens of is a day old. */
    public Set<UUID> spent(LocalDate today) {
        List<?> found = database.createNativeQuery("""
                        select leaf_id from archive.service_key
                        where (starts_with(name, :one) and name < :one || :yesterday)
                            or (starts_with(name, :other) and name < :other || :yesterday)""", UUID.class)
                .setParameter("one", IDEMPOTENCY)
                .setParameter("other", ATTEMPTS)
                .setParameter("yesterday", today.minusDays(1).toString())
                .getResultList();
        return found.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    /** Strikes out the names of leaves that were destroyed. */
    public void strike(Set<UUID> leaves) {
        database.createNativeQuery("delete from archive.service_key where leaf_id in :leaves")
                .setParameter("leaves", leaves)
                .executeUpdate();
    }

    /** The key of a month's log details about nobody and of its pseudonyms. */
    public LeafKey logMonth(LocalDate day) {
        return named(LOG_MONTH + YearMonth.from(day));
    }

    /** The months whose key is kept, and its leaf, oldest first. */
    public Map<YearMonth, UUID> logMonths() {
        List<?> rows = database.createNativeQuery(
                        "select name, leaf_id from archive.service_key where starts_with(name, :months)")
                .setParameter("months", LOG_MONTH)
                .getResultList();
        Map<YearMonth, UUID> months = new TreeMap<>();
        rows.stream()
                .map(Object[].class::cast)
                .forEach(row ->
                        months.put(YearMonth.parse(((String) row[0]).substring(LOG_MONTH.length())), (UUID) row[1]));
        return months;
    }

    /**
     * The key that a signing key of the log is derived from.
     *
     * @param number of the log's key, from 1
     */
    public LeafKey logSigning(int number) {
        return named("log-signing:" + number);
    }

    private LeafKey named(String name) {
        return kept.copy(name, clock.instant()).orElseGet(() -> looked(name));
    }

    private LeafKey looked(String name) {
        List<?> found = find(name);
        if (found.isEmpty()) {
            lock(name);
            found = find(name);
        }
        if (found.isEmpty()) {
            kept.shun(name, clock.instant());
            return make(name);
        }
        LeafKey key = keyring.open((UUID) found.get(0));
        kept.keep(name, key, clock.instant());
        return key;
    }

    private LeafKey make(String name) {
        UUID leaf = Randoms.id();
        LeafKey key = LeafKey.fresh();
        keyring.create(leaf, key, Shelf.of(SHELF, clock.instant()));
        database.createNativeQuery("insert into archive.service_key (name, leaf_id) values (:name, :leaf)")
                .setParameter("name", name)
                .setParameter("leaf", leaf)
                .executeUpdate();
        return key;
    }

    private List<?> find(String name) {
        return database.createNativeQuery("select leaf_id from archive.service_key where name = :name", UUID.class)
                .setParameter("name", name)
                .getResultList();
    }

    @PreDestroy
    void wipe() {
        kept.wipe();
    }

    private void lock(String name) {
        database.createNativeQuery("select 1, cast(pg_advisory_xact_lock(hashtext(:name)) as text)")
                .setParameter("name", name)
                .getResultList();
    }
}
