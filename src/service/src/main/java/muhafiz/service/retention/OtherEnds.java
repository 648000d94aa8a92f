package muhafiz.service.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.retention.Retained;
import muhafiz.service.retention.Life.Ending;

/**
 * Works out when every document would end by another policy, beside when it ends by this one; nothing is written. All documents are
 * walked through, some cases at a time, so it takes as long as a recomputation and needs as little memory.
 */
@ApplicationScoped
public class OtherEnds {
    private static final int CASES = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final LifeRows rows;
    private final Guard guard;
    private final InstantSource clock;

    @Inject
    OtherEnds(DataSource database, Guard guard, InstantSource clock) {
        this.rows = new LifeRows(database);
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * What would become of a class's documents.
     *
     * @param recordClass the class whose rule it is: what is quarantined follows the quarantine's
     * @param earlier how many would end on an earlier day, or on a day at all
     * @param later how many would end on a later day, or wait, or be kept
     * @param before how many end in which calendar year by the one policy; without those that wait or are kept
     * @param after the same by the other
     * @param inConflict how many would have ended by today while a hold or a restriction stands
     */
    public record Shift(
            String recordClass,
            long documents,
            long earlier,
            long later,
            SortedMap<Integer, Long> before,
            SortedMap<Integer, Long> after,
            long inConflict) {}

    /** The classes of which any document would end on another day or by another rule, by id. In the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Shift> between(Policy before, Policy after) {
        Map<String, Tally> tallies = new TreeMap<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), after.meta().timeZone());
        List<UUID> cases = rows.nextCases(FIRST, CASES);
        while (!cases.isEmpty()) {
            Map<UUID, Tally> due = new HashMap<>();
            for (Life life : rows.look(cases)) {
                List<Ending> now = life.papersEnd(before);
                List<Ending> then = life.papersEnd(after);
                for (int i = 0; i < now.size(); i++) {
                    Tally tally = tallies.computeIfAbsent(life.papers().get(i).ruledAs(), Tally::new);
                    tally.count(now.get(i).end(), then.get(i).end());
                    if (isBy(today, then.get(i).end())) {
                        due.put(then.get(i).of(), tally);
                    }
                }
            }
            due.keySet().retainAll(guard.look(Set.copyOf(due.keySet())).keySet());
            due.values().forEach(tally -> tally.inConflict++);
            cases = rows.nextCases(cases.get(cases.size() - 1), CASES);
        }
        List<Shift> shifts = new ArrayList<>();
        tallies.values().stream()
                .filter(tally -> tally.differs)
                .map(Tally::shift)
                .forEach(shifts::add);
        return shifts;
    }

    private static boolean isBy(LocalDate today, Retained end) {
        LocalDate day = end.day();
        return day != null && !day.isAfter(today);
    }

    /** One class, as it is counted. */
    private static final class Tally {
        private final String recordClass;
        private final SortedMap<Integer, Long> before = new TreeMap<>();
        private final SortedMap<Integer, Long> after = new TreeMap<>();
        private long documents;
        private long earlier;
        private long later;
        private long inConflict;
        private boolean differs;

        Tally(String recordClass) {
            this.recordClass = recordClass;
        }

        void count(Retained now, Retained then) {
            documents++;
            differs |= !now.equals(then);
            LocalDate one = dayOf(now);
            LocalDate other = dayOf(then);
            earlier += other.isBefore(one) ? 1 : 0;
            later += other.isAfter(one) ? 1 : 0;
            inYear(before, one);
            inYear(after, other);
        }

        private static void inYear(Map<Integer, Long> years, LocalDate day) {
            if (!day.equals(LocalDate.MAX)) {
                years.merge(day.getYear(), 1L, Long::sum);
            }
        }

        /** What waits or is kept ends after everything else. */
        private static LocalDate dayOf(Retained end) {
            LocalDate day = end.day();
            return day == null ? LocalDate.MAX : day;
        }

        Shift shift() {
            return new Shift(recordClass, documents, earlier, later, before, after, inConflict);
        }
    }
}
