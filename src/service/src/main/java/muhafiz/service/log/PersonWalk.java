package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.log.LogLeaf;
import muhafiz.service.keys.Keyring;
import muhafiz.service.log.PersonLog.Told;

/**
 * Whose entries are, where nobody says: no index joins the two, so the tags of every person's log are made anew, year by year, until all
 * are found. Costs one HMAC for each entry that was ever written in those years; for incidents. Safe for all threads.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PersonWalk {
    private static final int SOME = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final LogRows rows;
    private final Keyring keyring;

    @Inject
    PersonWalk(LogRows rows, Keyring keyring) {
        this.rows = rows;
        this.keyring = keyring;
    }

    /** By person; without what is about nobody, or about somebody forgotten. */
    public Map<UUID, List<Told>> whose(Collection<Found> entries) {
        Map<Integer, Map<String, Found>> wanted = new HashMap<>();
        entries.forEach(found -> wanted.computeIfAbsent(yearOf(found), any -> new HashMap<>())
                .put(hex(found.leaf().subjectTag()), found));
        Map<UUID, List<Told>> whose = new HashMap<>();
        wanted.forEach((year, tags) -> walk(year, tags, whose));
        return whose;
    }

    private static int yearOf(Found found) {
        return Instant.ofEpochSecond(found.leaf().publicPart().epochSecond())
                .atOffset(ZoneOffset.UTC)
                .getYear();
    }

    private void walk(int year, Map<String, Found> wanted, Map<UUID, List<Told>> whose) {
        UUID after = FIRST;
        List<LogRows.Counter> some = rows.counters(year, after, SOME);
        while (!some.isEmpty() && !wanted.isEmpty()) {
            Map<UUID, LogRows.Counter> byLeaf = new HashMap<>();
            some.forEach(counter -> byLeaf.put(counter.leaf(), counter));
            keyring.lend(
                    byLeaf.keySet(), (leaf, key) -> look(Objects.requireNonNull(byLeaf.get(leaf)), key, wanted, whose));
            after = some.get(some.size() - 1).subject();
            some = rows.counters(year, after, SOME);
        }
    }

    private static void look(
            LogRows.Counter counter, LeafKey key, Map<String, Found> wanted, Map<UUID, List<Told>> whose) {
        byte[] logKey = EntryKeys.of(key);
        try {
            byte[] tagKey = LogLeaf.tagKey(logKey);
            for (long n = 1; n <= counter.entries() && !wanted.isEmpty(); n++) {
                Found found = wanted.remove(hex(LogLeaf.subjectTag(tagKey, n)));
                if (found != null) {
                    open(found, n, logKey, whose.computeIfAbsent(counter.subject(), any -> new ArrayList<>()));
                }
            }
        } finally {
            Arrays.fill(logKey, (byte) 0);
        }
    }

    /** What does not open to what it commits to is not there. */
    private static void open(Found found, long n, byte[] logKey, List<Told> told) {
        try {
            found.leaf().open(logKey).ifPresent(inside -> told.add(new Told(n, found, inside)));
        } catch (BrokenEvidenceException changed) {
            return;
        }
    }

    private static String hex(byte[] tag) {
        return HexFormat.of().formatHex(tag);
    }
}
