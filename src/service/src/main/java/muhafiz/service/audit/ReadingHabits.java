package muhafiz.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import muhafiz.domain.access.ReadingDay;
import muhafiz.domain.policy.Policy;
import muhafiz.service.config.Settings;
import muhafiz.service.log.Actors;
import muhafiz.service.log.ReadingRows;
import muhafiz.service.policy.PolicyInForce;

/** Joins what an account read under its pseudonyms of several months, and compares each day with those before it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReadingHabits {
    /** What counts as a person's usual. */
    private static final int DAYS_BEFORE = 90;

    private final ReadingRows rows;
    private final Actors.Names names;
    private final PolicyInForce policies;
    private final OfficeHours hours;
    private final ReadingDay.Limits limits;

    @Inject
    ReadingHabits(ReadingRows rows, Actors.Names names, PolicyInForce policies, Settings settings) {
        this.rows = rows;
        this.names = names;
        this.policies = policies;
        this.hours = OfficeHours.read(settings.archive().text("access.hours"));
        this.limits = new ReadingDay.Limits(
                settings.archive().count("access.unusual-times"),
                settings.archive().count("access.unusual-least"));
    }

    /** One account's days under one role, and the pseudonym of each. */
    private record Diary(String role, Map<LocalDate, ReadingDay> days, Map<LocalDate, String> pseudonyms) {
        Diary(String role) {
            this(role, new TreeMap<>(), new HashMap<>());
        }

        void add(ReadingDay more, String pseudonym) {
            days.merge(more.day(), more, Diary::both);
            pseudonyms.put(more.day(), pseudonym);
        }

        private static ReadingDay both(ReadingDay one, ReadingDay other) {
            return new ReadingDay(
                    one.day(),
                    one.reads() + other.reads(),
                    one.offHours() + other.offHours(),
                    one.otherUnits() + other.otherUnits());
        }
    }

    public List<UnusualDay> unusual(LocalDate from, LocalDate to) {
        List<UnusualDay> unusual = new ArrayList<>();
        for (Diary diary : diaries(from.minusDays(DAYS_BEFORE), to)) {
            diary.days().values().stream()
                    .filter(day -> !day.day().isBefore(from))
                    .flatMap(day -> compared(diary, day))
                    .forEach(unusual::add);
        }
        unusual.sort((one, other) -> one.day().day().compareTo(other.day().day()));
        return unusual;
    }

    private Stream<UnusualDay> compared(Diary diary, ReadingDay day) {
        Collection<ReadingDay> before = diary.days().values().stream()
                .filter(other -> other.day().isBefore(day.day())
                        && !other.day().isBefore(day.day().minusDays(DAYS_BEFORE)))
                .toList();
        Set<ReadingDay.Ground> grounds = day.standsOut(before, limits);
        String pseudonym = diary.pseudonyms().getOrDefault(day.day(), "");
        return grounds.isEmpty()
                ? Stream.empty()
                : Stream.of(new UnusualDay(pseudonym, diary.role(), day, ReadingDay.usual(before), grounds));
    }

    private Collection<Diary> diaries(LocalDate from, LocalDate to) {
        Policy policy = policies.policy();
        ZoneId zone = policy.meta().timeZone();
        Map<String, Diary> diaries = new TreeMap<>();
        Map<String, String> known = new HashMap<>();
        for (ReadingRows.Hour hour : rows.hours(start(from, zone), start(to.plusDays(1), zone))) {
            ZonedDateTime begins = hour.begins().atZone(zone);
            boolean isOff = hours.areOver(begins, policy.calendar());
            diary(diaries, known, hour.actor(), hour.role())
                    .add(
                            new ReadingDay(begins.toLocalDate(), hour.reads(), isOff ? hour.reads() : 0, 0),
                            HexFormat.of().formatHex(hour.actor()));
        }
        for (ReadingRows.Stray stray : rows.strays(from, to)) {
            diary(diaries, known, stray.actor(), stray.role())
                    .add(
                            new ReadingDay(stray.day(), 0, 0, stray.reads()),
                            HexFormat.of().formatHex(stray.actor()));
        }
        return diaries.values();
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** By account where the month's key still tells it, else by pseudonym. */
    private Diary diary(Map<String, Diary> diaries, Map<String, String> known, byte[] actor, String role) {
        String pseudonym = HexFormat.of().formatHex(actor);
        String account = known.computeIfAbsent(pseudonym, hex -> names.of(actor).orElse(hex));
        return diaries.computeIfAbsent(account + " " + role, key -> new Diary(role));
    }
}
