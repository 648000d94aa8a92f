package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.LogLeaf;
import muhafiz.service.keys.ForgottenException;
import muhafiz.service.keys.Keyring;

/**
 * What the log holds about one person: found by the tags that only the person's log keys can make, opened with them. A number that no
 * entry carries is a gap. Years whose key is gone are as if they had never been. Safe for all threads.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PersonLog {
    private final FoundRows rows;
    private final Keyring keyring;

    @Inject
    PersonLog(FoundRows rows, Keyring keyring) {
        this.rows = rows;
        this.keyring = keyring;
    }

    /** One year of a person's log, as far as its key lives. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Year(int year, byte[] tagKey, List<Told> entries, List<Long> gaps, long count) {}

    /** The person's entry number {@code n} of its year, opened. */
    public record Told(long n, Found found, Inside inside) {}

    /** Every year there is, oldest first; none where the person is unknown or forgotten. */
    public List<Year> of(UUID person) {
        List<Year> years = new ArrayList<>();
        for (FoundRows.Year year : rows.years(person)) {
            opened(year.leaf()).ifPresent(key -> {
                try (key) {
                    years.add(read(year, key));
                }
            });
        }
        return years;
    }

    /** Whether there is anything about this person that can be read. */
    public boolean knows(UUID person) {
        return !rows.years(person).isEmpty();
    }

    /** What somebody makes of the person's log key of that year; empty where there is none any more. */
    public <T> Optional<T> with(UUID person, int year, Function<LeafKey, T> use) {
        return rows.years(person).stream()
                .filter(one -> one.year() == year)
                .findFirst()
                .flatMap(one -> opened(one.leaf()))
                .map(key -> {
                    try (key) {
                        return use.apply(key);
                    }
                });
    }

    private Optional<LeafKey> opened(UUID leaf) {
        try {
            return Optional.of(keyring.open(leaf));
        } catch (ForgottenException gone) {
            return Optional.empty();
        }
    }

    private Year read(FoundRows.Year year, LeafKey key) {
        byte[] logKey = EntryKeys.of(key);
        try {
            byte[] tagKey = LogLeaf.tagKey(logKey);
            Map<String, Long> numbers = new HashMap<>();
            List<byte[]> tags = new ArrayList<>();
            for (long n = 1; n <= year.entries(); n++) {
                tags.add(LogLeaf.subjectTag(tagKey, n));
                numbers.put(hex(tags.get(tags.size() - 1)), n);
            }
            Map<Long, Told> told = told(rows.tagged(tags), numbers, logKey);
            List<Long> gaps = numbers.values().stream()
                    .filter(n -> !told.containsKey(n))
                    .sorted()
                    .toList();
            return new Year(year.year(), tagKey, List.copyOf(told.values()), gaps, year.entries());
        } finally {
            Arrays.fill(logKey, (byte) 0);
        }
    }

    /** By number; what does not open under the key, or not to what it commits to, is not there. */
    private static Map<Long, Told> told(List<Found> tagged, Map<String, Long> numbers, byte[] logKey) {
        Map<Long, Told> told = new TreeMap<>();
        for (Found found : tagged) {
            Optional<Inside> opened = inside(found.leaf(), logKey);
            Optional.ofNullable(numbers.get(hex(found.leaf().subjectTag())))
                    .ifPresent(n -> opened.ifPresent(inside -> told.putIfAbsent(n, new Told(n, found, inside))));
        }
        return told;
    }

    private static Optional<Inside> inside(LogLeaf leaf, byte[] logKey) {
        try {
            return leaf.open(logKey);
        } catch (BrokenEvidenceException changed) {
            return Optional.empty();
        }
    }

    private static String hex(byte[] tag) {
        return HexFormat.of().formatHex(tag);
    }
}
