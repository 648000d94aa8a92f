package muhafiz.api.disposition;

import java.util.Map;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import org.jspecify.annotations.Nullable;

/** How many items of a list somebody wants at once. */
final class PageLimit {
    private static final int MOST = 1000;
    static final int USUAL = 200;

    private PageLimit() {}

    /** @throws RefusedException {@code malformed} where it is no whole number from 1 to 1000 */
    static int of(@Nullable String limit) {
        if (limit == null) {
            return USUAL;
        }
        if (!limit.matches("[0-9]{1,4}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw new RefusedException(
                    Refusal.MALFORMED, "limit is a whole number, 1 to " + MOST, Map.of("member", "limit"));
        }
        return Integer.parseInt(limit);
    }
}
