package muhafiz.service.log;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.proof.log.Inside;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.log.PublicPart;
import muhafiz.service.caller.Caller;
import muhafiz.service.keys.Keyring;
import muhafiz.service.keys.ServiceKeys;
import muhafiz.service.keys.Shelf;

/**
 * Writes what happened, in the transaction of the act: when that transaction commits, the entries are durable; when it fails, the act
 * did not happen either. One entry for each person concerned; one under the month's key where nobody is.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AccessLog {
    private static final int OPENING = 32;
    /** Where persons' log keys stand; their month is a year. */
    public static final String SHELF = "log";

    private final LogRows rows;
    private final SequencingWatch sequencing;
    private final Keyring keyring;
    private final ServiceKeys serviceKeys;
    private final InstantSource clock;
    private final Event<Act> written;

    @Inject
    AccessLog(
            LogRows rows,
            SequencingWatch sequencing,
            Keyring keyring,
            ServiceKeys serviceKeys,
            InstantSource clock,
            Event<Act> written) {
        this.rows = rows;
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
            PublicPart shown = shown(act, now, month);
            if (act.about().persons().isEmpty()) {
                long number = (ByteBuffer.wrap(Randoms.bytes(Long.BYTES)).getLong() >>> 1) | 1;
                return List.of(insert(shown, inside(act, Optional.empty()), month, new Spot(first, number)));
            }
            return forPersons(act, shown, day, first);
        }
    }

    private List<Logged> forPersons(Act act, PublicPart shown, LocalDate day, UUID first) {
        List<Logged> logged = new ArrayList<>();
        for (UUID person : act.about().persons()) {
            LogRows.Place place = placeOf(person, day.getYear());
            try (LeafKey key = keyring.open(place.leaf())) {
                UUID entry = logged.isEmpty() ? first : Randoms.id();
                Spot spot = new Spot(entry, place.number());
                logged.add(insert(shown, inside(act, Optional.of(person)), key, spot));
            }
        }
        return logged;
    }

    /** Id and number of one entry. */
    private record Spot(UUID entry, long number) {}

    private Logged insert(PublicPart shown, Inside inside, LeafKey key, Spot spot) {
        byte[] logKey = EntryKeys.of(key);
        try {
            LogLeaf leaf = LogLeaf.seal(shown, inside, logKey, EntryId.salt(spot.entry()), spot.number());
            rows.insert(spot.entry(), leaf);
            return new Logged(spot.entry(), leaf.leafHash());
        } finally {
            Arrays.fill(logKey, (byte) 0);
        }
    }

    private LogRows.Place placeOf(UUID person, int year) {
        return rows.advance(person, year).orElseGet(() -> firstOf(person, year));
    }

    private LogRows.Place firstOf(UUID person, int year) {
        rows.lockSubject(person);
        return rows.advance(person, year).orElseGet(() -> {
            UUID leaf = Randoms.id();
            try (LeafKey key = LeafKey.fresh()) {
                keyring.create(leaf, key, new Shelf(SHELF, Integer.toString(year)));
            }
            rows.insertYear(person, year, leaf);
            return new LogRows.Place(leaf, 1);
        });
    }

    private static PublicPart shown(Act act, Instant now, LeafKey month) {
        byte[] actor = MonthKeys.pseudonym(month, act.caller().user());
        return new PublicPart(
                now.getEpochSecond(),
                actor,
                act.caller().role(),
                act.action(),
                act.ground().purpose(),
                act.ground().basis(),
                act.outcome().result(),
                act.outcome().rule());
    }

    /** With what the rule that decided had been asked, so that the decision can be replayed. */
    private static Inside inside(Act act, Optional<UUID> person) {
        Optional<Caller.Question> question =
                act.caller().request().answeredBy(act.outcome().rule());
        Act full = act.with("unit", act.caller().unit())
                .with("client", act.caller().request().network())
                .with("question", question.map(Caller.Question::words))
                .with("policyVersion", question.map(one -> Integer.toString(one.policyVersion())));
        return new Inside(
                person,
                act.about().document(),
                act.about().caseFile(),
                Optional.of(act.caller().request().operation()),
                full.more(),
                Randoms.bytes(OPENING));
    }
}
