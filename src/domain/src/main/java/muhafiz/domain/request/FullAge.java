package muhafiz.domain.request;

import java.time.LocalDate;

/** Full age: eighteen whole years. Until then parents and guardians ask for a child (LOI 38.6). */
public final class FullAge {
    private static final int YEARS = 18;

    private FullAge() {}

    /**
     * The eighteenth birthday, on which the parents' say ends. Of who was born on 29 February it is 1 March: the years are over with the
     * end of 28 February.
     */
    public static LocalDate from(LocalDate born) {
        LocalDate day = born.plusYears(YEARS);
        return day.getDayOfMonth() == born.getDayOfMonth() ? day : day.plusDays(1);
    }

    public static boolean isReached(LocalDate born, LocalDate on) {
        return !on.isBefore(from(born));
    }
}
