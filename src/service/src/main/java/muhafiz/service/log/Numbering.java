package muhafiz.service.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.Shelf;

/**
 * Gives a person's entries their numbers, without gaps, and the person a log key with the first entry of a year. In the caller's
 * transaction: until it ends nobody else numbers entries of these persons.
 */
@ApplicationScoped
class Numbering {
    private final LogRows rows;
    private final Keyring keyring;

    @Inject
    Numbering(LogRows rows, Keyring keyring) {
        this.rows = rows;
        this.keyring = keyring;
    }

    LogRows.Place next(UUID person, int year) {
        return rows.advance(person, year).orElseGet(() -> firstOf(person, year));
    }

    /**
     * The same for several entries of several persons at once; the persons are taken in the order of their ids.
     *
     * @param entries how many of each person
     * @return the last number of each
     */
    Map<UUID, LogRows.Place> next(SortedMap<UUID, Integer> entries, int year) {
        Map<UUID, LogRows.Place> places = new TreeMap<>(rows.advance(entries, year));
        SortedMap<UUID, Integer> others = new TreeMap<>(entries);
        others.keySet().removeAll(places.keySet());
        if (!others.isEmpty()) {
            places.putAll(first(others, year));
        }
        return places;
    }

    private LogRows.Place firstOf(UUID person, int year) {
        SortedMap<UUID, Integer> one = new TreeMap<>(Map.of(person, 1));
        return Objects.requireNonNull(first(one, year).get(person));
    }

    /** Somebody else may have made the key meanwhile: that is asked under the locks of the persons' rows. */
    private Map<UUID, LogRows.Place> first(SortedMap<UUID, Integer> entries, int year) {
        rows.lockSubjects(entries.keySet());
        Map<UUID, LogRows.Place> places = new TreeMap<>(rows.advance(entries, year));
        Map<UUID, LogRows.Place> made = new TreeMap<>();
        entries.forEach((person, count) -> {
            if (!places.containsKey(person)) {
                made.put(person, new LogRows.Place(Randoms.id(), count));
            }
        });
        keyring.createFresh(
                made.values().stream().map(LogRows.Place::leaf).toList(),
                new Shelf(AccessLog.SHELF, Integer.toString(year)));
        rows.insertYear(made, year);
        places.putAll(made);
        return places;
    }
}
