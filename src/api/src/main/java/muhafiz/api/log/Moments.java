package muhafiz.api.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/** Reads moments, of the years that an entry can tell: 1970 to 9999. */
final class Moments {
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    private Moments() {}

    /** @throws RefusedException {@code malformed}, with the name of the member */
    static Instant read(String name, String text) {
        try {
            Instant moment = Instant.parse(text);
            if (!moment.isBefore(Instant.EPOCH) && !moment.isAfter(END)) {
                return moment;
            }
        } catch (DateTimeException e) {
            throw refused(name);
        }
        throw refused(name);
    }

    private static RefusedException refused(String name) {
        return new RefusedException(
                Refusal.MALFORMED, name + " is a moment, such as 2026-01-31T08:00:00Z", Map.of("member", name));
    }
}
