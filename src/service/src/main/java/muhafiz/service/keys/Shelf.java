package muhafiz.service.keys;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Where a leaf's page stands. Leaves of one class and month are likely to be forgotten on one day, and a page that dies whole costs
 * nothing.
 *
 * @param recordClass the policy's class, or a word of the archive's own for keys that are no record's
 * @param month such as {@code 2026-11}
 */
public record Shelf(String recordClass, String month) {
    /** The shelf of a class in the month of that instant (UTC). */
    public static Shelf of(String recordClass, Instant now) {
        return new Shelf(recordClass, YearMonth.from(now.atZone(ZoneOffset.UTC)).toString());
    }
}
