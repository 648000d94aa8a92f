package muhafiz.service.log;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.PublicPart;
import muhafiz.service.keys.ForgottenException;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.ServiceKeys;
import muhafiz.service.log.EntrySeal.Spot;

/**
 * Writes what happened, in the transaction of the act: when that transaction commits, the entries are durable; when it fails, the act
 * did not happen either. One entry for each person concerned; one under the month's key where nobody is.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AccessLog {
    /** Where persons' log keys stand; their month is a year. */
    public static final String SHELF = "log";

    private final LogRows rows;
    private final Numbering numbering;
    private final SequencingWatch sequencing;
    private final Keyring keyring;
    private final ServiceKeys serviceKeys;
    private final InstantSource clock;
    private final Event<Act> written;

    @Inject
    AccessLog(
            LogRows rows,
            Numbering numbering,
            SequencingWatch sequencing,
            Keyring keyring,
            ServiceKeys serviceKeys,
            InstantSource clock,
            Event<Act> written) {
        this.rows = rows;
        this.numbering = numbering;
        this.sequencing = sequencing;
        this.keyring = keyring;
        this.serviceKeys = serviceKeys;
        this.clock = clock;
        this.written = written;
    }

    /** The act's entries, in the order of the persons' ids; never empty. */
    public List<Logged> write(Act act) {
        return write(act, Randoms.id());
    }

    /** The same; the first entry has this random id, which its writer has told somebody already. */
    public List<Logged> write(Act act, UUID first) {
        sequencing.requireSequencing();
        written.fire(act);
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        try (LeafKey month = serviceKeys.logMonth(day)) {
            PublicPart shown = EntrySeal.shown(act, now, month);
            if (act.about().persons().isEmpty()) {
                return List.of(insert(ofNobody(act, shown, month, first)));
            }
            return forPersons(act, shown, day, first);
        }
    }

    private List<Logged> forPersons(Act act, PublicPart shown, LocalDate day, UUID first) {
        List<Logged> logged = new ArrayList<>();
        for (UUID person : act.about().persons()) {
            LogRows.Place place = numbering.next(person, day.getYear());
            try (LeafKey key = keyring.open(place.leaf())) {
                Spot spot = new Spot(logged.isEmpty() ? first : Randoms.id(), place.number());
                logged.add(insert(EntrySeal.seal(shown, EntrySeal.inside(act, Optional.of(person)), key, spot)));
            }
        }
        return logged;
    }

    private Logged insert(LogRows.Arrival arrival) {
        rows.insert(List.of(arrival));
        return new Logged(arrival.entry(), arrival.leaf().leafHash());
    }

    /**
     * The entries of many acts of one transaction, each as {@link #write} makes it; but each person's key is opened once and the counter is
     * moved on once, and all rows are inserted at once. Other acts about these persons wait until the transaction
     * ends. Acts that several decisions of one call let through are {@linkplain Act#questioned questioned} each after its own.
     */
    public void writeAll(Collection<Act> acts) {
        if (acts.isEmpty()) {
            return;
        }
        sequencing.requireSequencing();
        acts.forEach(written::fire);
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<LogRows.Arrival> arrivals = new ArrayList<>();
        SortedMap<UUID, List<Shown>> ofPersons = new TreeMap<>();
        try (LeafKey month = serviceKeys.logMonth(day)) {
            for (Act act : acts) {
                PublicPart shown = EntrySeal.shown(act, now, month);
                act.about()
                        .persons()
                        .forEach(person -> ofPersons
                                .computeIfAbsent(person, any -> new ArrayList<>())
                                .add(new Shown(act, shown)));
                if (act.about().persons().isEmpty()) {
                    arrivals.add(ofNobody(act, shown, month, Randoms.id()));
                }
            }
        }
        arrivals.addAll(ofPersons(ofPersons, day.getYear()));
        rows.insert(arrivals);
    }

    /** An act, and what everybody is shown of it. */
    private record Shown(Act act, PublicPart part) {}

    private List<LogRows.Arrival> ofPersons(SortedMap<UUID, List<Shown>> acts, int year) {
        SortedMap<UUID, Integer> counts = new TreeMap<>();
        acts.forEach((person, own) -> counts.put(person, own.size()));
        Map<UUID, LogRows.Place> places = numbering.next(counts, year);
        Map<UUID, OfPerson> byLeaf = new HashMap<>();
        acts.forEach((person, own) -> {
            LogRows.Place last = requireNonNull(places.get(person));
            byLeaf.put(last.leaf(), new OfPerson(person, own, last.number() - own.size()));
        });
        List<LogRows.Arrival> arrivals = new ArrayList<>();
        keyring.lend(
                Set.copyOf(byLeaf.keySet()),
                (leaf, key) ->
                        arrivals.addAll(requireNonNull(byLeaf.remove(leaf)).sealed(key)));
        if (!byLeaf.isEmpty()) {
            throw new ForgottenException();
        }
        return arrivals;
    }

    /** @param before the number of the person's entry before these */
    private record OfPerson(UUID person, List<Shown> acts, long before) {
        List<LogRows.Arrival> sealed(LeafKey key) {
            long number = before;
            List<LogRows.Arrival> arrivals = new ArrayList<>();
            for (Shown own : acts) {
                Inside inside = EntrySeal.inside(own.act(), Optional.of(person));
                arrivals.add(EntrySeal.seal(own.part(), inside, key, new Spot(Randoms.id(), ++number)));
            }
            return arrivals;
        }
    }

    private static LogRows.Arrival ofNobody(Act act, PublicPart shown, LeafKey month, UUID entry) {
        long number = (ByteBuffer.wrap(Randoms.bytes(Long.BYTES)).getLong() >>> 1) | 1;
        return EntrySeal.seal(shown, EntrySeal.inside(act, Optional.empty()), month, new Spot(entry, number));
    }
}
