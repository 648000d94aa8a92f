package muhafiz.service.audit;

import java.util.Set;
import muhafiz.domain.access.ReadingDay;

/**
 * A day that stands out.
 *
 * @param actor the account's pseudonym of the month, in lower-case hex
 * @param usual reads a day of the same account, over the 90 days before, as far as it read at all
 */
public record UnusualDay(String actor, String role, ReadingDay day, int usual, Set<ReadingDay.Ground> because) {}
