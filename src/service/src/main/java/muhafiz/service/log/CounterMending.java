package muhafiz.service.log;

import java.util.Set;

/** What is to be done when entries were put back that the database had lost. */
@FunctionalInterface
public interface CounterMending {
    /** On return no person's counter of these calendar years is behind the entries that the log has. */
    void mend(Set<Integer> years);
}
