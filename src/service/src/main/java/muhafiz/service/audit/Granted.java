package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.service.keys.FieldSeal;
import muhafiz.service.log.MonthKeys;
import muhafiz.service.log.PersonLog;

/** Keeps decisions and finds them again: under the person's log key of the year, or under the month's key where no person is named. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Granted {
    private static final String PART = "log-decision";

    private final DecisionRows rows;
    private final PersonLog persons;
    private final MonthKeys months;
    private final FieldSeal seal;
    private final InstantSource clock;

    @Inject
    Granted(DecisionRows rows, PersonLog persons, MonthKeys months, FieldSeal seal, InstantSource clock) {
        this.rows = rows;
        this.persons = persons;
        this.months = months;
        this.seal = seal;
        this.clock = clock;
    }

    /** Called once the decision's own entry is written, so that its key is there. */
    public void keep(UUID id, LogDecision decision) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Function<LeafKey, byte[]> sealing = key -> seal.seal(key, place(id), decision.json());
        byte[] bytes = decision.scope()
                .subject()
                .map(person -> persons.with(person, today.getYear(), sealing))
                .orElseGet(() -> months.with(YearMonth.from(today), sealing))
                .orElseThrow(() -> new IllegalStateException("a decision without its entry"));
        rows.add(id, new DecisionRows.Row(today, bytes), decision.until());
    }

    /** The decision, where it stands still and is about one of these persons, or about no person. */
    public Optional<LogDecision> find(UUID id, Set<UUID> asked) {
        return rows.find(id, clock.instant()).flatMap(row -> {
            Function<LeafKey, Optional<JsonObject>> opening = key -> opened(key, id, row.sealed());
            return asked.stream()
                    .flatMap(person -> persons.with(person, row.madeOn().getYear(), opening).stream())
                    .flatMap(Optional::stream)
                    .findFirst()
                    .or(() -> months.with(YearMonth.from(row.madeOn()), opening).flatMap(found -> found))
                    .map(LogDecision::of);
        });
    }

    private Optional<JsonObject> opened(LeafKey key, UUID id, byte[] sealed) {
        try {
            return Optional.of(seal.open(key, place(id), sealed));
        } catch (IntegrityException ofAnother) {
            return Optional.empty();
        }
    }

    private static FieldSeal.Place place(UUID id) {
        return new FieldSeal.Place(id, id, PART);
    }
}
