package muhafiz.itest.scenario;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import muhafiz.domain.casefile.ApplicationNumber;

/** Application numbers that nobody was given. */
public final class Numbers {
    private Numbers() {}

    /** A number with a right check digit; not the one given. */
    public static String nobodys(String but) {
        while (true) {
            long random = ThreadLocalRandom.current().nextLong(100_000_000_000L);
            String number = ApplicationNumber.fromDigits(String.format(Locale.ROOT, "%011d", random))
                    .toString();
            if (!number.equals(but)) {
                return number;
            }
        }
    }
}
