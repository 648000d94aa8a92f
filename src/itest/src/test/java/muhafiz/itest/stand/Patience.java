package muhafiz.itest.stand;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is the awaited one. */
public final class Patience {
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private Patience() {}

    /**
     * @return the first answer that is enough
     * @throws AssertionError with the last answer, when none is within the time
     */
    public static <T> T until(Duration within, Supplier<T> question, Predicate<T> isEnough) {
        Instant latest = Instant.now().plus(within);
        T answer = question.get();
        while (!isEnough.test(answer)) {
            if (Instant.now().isAfter(latest)) {
                throw new AssertionError("not within " + within + "; the last answer was " + answer);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
            answer = question.get();
        }
        return answer;
    }

    /** The same for a claim that must become true. */
    public static void until(Duration within, String claim, Supplier<Boolean> isTrue) {
        until(within, () -> isTrue.get() ? claim : "not yet: " + claim, claim::equals);
    }
}
