package muhafiz.service.hold;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/**
 * Which holds are asked for.
 *
 * @param state one of {@link #STATES}, or empty for any
 * @param reviewBy those to be reviewed no later than then
 * @param after the last one of the page before; the nil id for the first page
 * @param limit 1 to 500
 */
public record HoldQuestion(String state, LocalDate reviewBy, UUID after, int limit) {
    /** States of a hold. */
    public static final Set<String> STATES = Set.of("standing", "release-asked", "released");

    private static final int MOST = 500;

    public HoldQuestion {
        if (!state.isEmpty() && !STATES.contains(state)) {
            throw new RefusedException(Refusal.MALFORMED, "state is standing, release-asked or released");
        }
        if (limit < 1 || limit > MOST) {
            throw new RefusedException(Refusal.MALFORMED, "limit is 1 to " + MOST);
        }
    }
}
