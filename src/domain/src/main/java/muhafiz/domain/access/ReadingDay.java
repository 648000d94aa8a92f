package muhafiz.domain.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What one account read on one day.
 *
 * @param reads entries of reading and searching
 * @param offHours of these, outside the office's hours or on a day off
 * @param otherUnits reads of cases that are not of the account's own unit, tried or done, where its grants end at the unit
 */
public record ReadingDay(LocalDate day, int reads, int offHours, int otherUnits) {
    public ReadingDay {
        if (reads < 0 || offHours < 0 || otherUnits < 0) {
            throw new IllegalArgumentException("nobody reads less than nothing");
        }
        if (offHours > reads) {
            throw new IllegalArgumentException("more was read off hours than was read");
        }
    }

    /** Why a day stands out (requirements, AU-6). */
    public enum Ground {
        UNIT,
        HOURS,
        VOLUME
    }

    /**
     * From when on a volume is unusual.
     *
     * @param times the person's own usual
     * @param least fewer are never unusual
     */
    public record Limits(int times, int least) {
        public Limits {
            if (times < 1 || least < 1) {
                throw new IllegalArgumentException("limits are 1 or more");
            }
        }
    }

    /** The mean of the days on which anything was read, rounded up; 0 where there are none. */
    public static int usual(Collection<ReadingDay> before) {
        double mean = before.stream()
                .mapToInt(ReadingDay::reads)
                .filter(reads -> reads > 0)
                .average()
                .orElse(0);
        return (int) Math.ceil(mean);
    }

    /** Why it stands out against the days before it; empty where it does not. */
    public Set<Ground> standsOut(Collection<ReadingDay> before, Limits limits) {
        Set<Ground> grounds = EnumSet.noneOf(Ground.class);
        if (otherUnits > 0) {
            grounds.add(Ground.UNIT);
        }
        if (offHours > 0) {
            grounds.add(Ground.HOURS);
        }
        if (reads >= limits.least() && reads > (long) limits.times() * usual(before)) {
            grounds.add(Ground.VOLUME);
        }
        return grounds;
    }
}
