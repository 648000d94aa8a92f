package muhafiz.domain.disclosure;

import java.time.LocalDate;

/**
 * That a disclosure is kept from the person it is about, for a reason that is looked at again on a day (policy, {@code secrecy}).
 *
 * @param reviewOn the day on which it ends unless it was prolonged before
 */
public record Secrecy(LocalDate reviewOn) {
    /** From the day of its review on the person is told, whether or not anybody has looked. */
    public boolean holdsOn(LocalDate day) {
        return day.isBefore(reviewOn);
    }
}
