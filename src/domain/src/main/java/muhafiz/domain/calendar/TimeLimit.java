package muhafiz.domain.calendar;

/** How long the office has, in the unit the law counts in. Counts are 1 to 10,000. */
public sealed interface TimeLimit {

    int count();

    /** Working days, the day of receipt not counted. */
    record WorkingDays(int count) implements TimeLimit {
        public WorkingDays {
            check(count);
        }
    }

    /** Calendar days: the last one is not moved when it is a day off. */
    record Days(int count) implements TimeLimit {
        public Days {
            check(count);
        }
    }

    /** Calendar months. */
    record Months(int count) implements TimeLimit {
        public Months {
            check(count);
        }
    }

    private static void check(int count) {
        if (count < 1 || count > 10_000) {
            throw new IllegalArgumentException("a time limit is 1 to 10000, was " + count);
        }
    }
}
