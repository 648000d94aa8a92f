package muhafiz.service.keys;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.config.Statements;

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
    private static final String BORDER = "border:";
    private static final String TECHNICAL = "technical:";
    private static final String LOG_MONTH = "log-month:";

    private final Statements sql;
    private final Keyring keyring;
    private final InstantSource clock;
    private final KeptKeys kept = new KeptKeys();

    @Inject
    ServiceKeys(DataSource database, Keyring keyring, InstantSource clock) {
        this.sql = new Statements(database);
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

    /** The key under which that day's questions of border units rest until their fields are asked for. */
    public LeafKey border(LocalDate day) {
        return named(BORDER + day);
    }

    /**
     * Strikes out the keys under which failed attempts are counted, whose values are numbers of applications: the counts begin anew.
     *
     * @return the leaves, to be destroyed
     */
    public Set<UUID> retireAttempts() {
        return Set.copyOf(sql.all(
                "delete from archive.service_key where starts_with(name, ?) returning leaf_id",
                ServiceKeys::leaf,
                ATTEMPTS));
    }

    /** The leaves of a day's keys that are of no more use on {@code today}: whatever they were tokens of is a day old. */
    public Set<UUID> spent(LocalDate today) {
        String yesterday = today.minusDays(1).toString();
        return Set.copyOf(sql.all(
                """
                select leaf_id from archive.service_key
                where (starts_with(name, ?) and name < ?) or (starts_with(name, ?) and name < ?)
                    or (starts_with(name, ?) and name < ?)""",
                ServiceKeys::leaf,
                IDEMPOTENCY,
                IDEMPOTENCY + yesterday,
                ATTEMPTS,
                ATTEMPTS + yesterday,
                BORDER,
                BORDER + yesterday));
    }

    /** Strikes out the names of leaves that were destroyed. */
    public void strike(Set<UUID> leaves) {
        leaves.forEach(leaf -> sql.change("delete from archive.service_key where leaf_id = ?", leaf));
    }

    /** The key of a month's log details about nobody and of its pseudonyms. */
    public LeafKey logMonth(LocalDate day) {
        return named(LOG_MONTH + YearMonth.from(day));
    }

    /** The months whose key is kept, and its leaf, oldest first. */
    public Map<YearMonth, UUID> logMonths() {
        Map<YearMonth, UUID> months = new TreeMap<>();
        sql.all(
                "select name, leaf_id from archive.service_key where starts_with(name, ?)",
                row -> months.put(
                        YearMonth.parse(row.getString(1).substring(LOG_MONTH.length())), row.getObject(2, UUID.class)),
                LOG_MONTH);
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

    /** The key of the tokens by which a changed credential is noticed. */
    public LeafKey identities() {
        return named("identities");
    }

    /** The key of the tokens by which persons find their own subscriptions. */
    public LeafKey subscriptions() {
        return named("subscriptions");
    }

    /** The key of the tokens by which a sender's uploads are counted. */
    public LeafKey uploads() {
        return named("uploads");
    }

    /** The key under which that day's technical data is. */
    public LeafKey technical(LocalDate day) {
        return named(TECHNICAL + day);
    }

    /** The leaves of the technical data of such days. */
    public Set<UUID> technicalDays(Predicate<LocalDate> days) {
        Map<UUID, LocalDate> known = new HashMap<>();
        sql.all(
                "select leaf_id, name from archive.service_key where starts_with(name, ?)",
                row -> known.put(
                        row.getObject(1, UUID.class),
                        LocalDate.parse(row.getString(2).substring(TECHNICAL.length()))),
                TECHNICAL);
        known.values().removeIf(day -> !days.test(day));
        return Set.copyOf(known.keySet());
    }

    private LeafKey named(String name) {
        return kept.copy(name, clock.instant()).orElseGet(() -> looked(name));
    }

    private LeafKey looked(String name) {
        List<UUID> found = find(name);
        if (found.isEmpty()) {
            lock(name);
            found = find(name);
        }
        if (found.isEmpty()) {
            kept.shun(name, clock.instant());
            return make(name);
        }
        LeafKey key = keyring.open(found.get(0));
        kept.keep(name, key, clock.instant());
        return key;
    }

    private LeafKey make(String name) {
        UUID leaf = Randoms.id();
        LeafKey key = LeafKey.fresh();
        keyring.create(leaf, key, Shelf.of(SHELF, clock.instant()));
        sql.change("insert into archive.service_key (name, leaf_id) values (?, ?)", name, leaf);
        return key;
    }

    private List<UUID> find(String name) {
        return sql.all("select leaf_id from archive.service_key where name = ?", ServiceKeys::leaf, name);
    }

    private static UUID leaf(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    @PreDestroy
    void wipe() {
        kept.wipe();
    }

    private void lock(String name) {
        sql.all("select pg_advisory_xact_lock(hashtext(?))", row -> name, name);
    }
}
