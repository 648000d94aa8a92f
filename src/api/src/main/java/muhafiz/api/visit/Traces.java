package muhafiz.api.visit;

import java.util.Arrays;
import java.util.StringJoiner;

/** Notes where something went wrong, by types and places only: a message may hold what a client sent. */
public final class Traces {
    private static final System.Logger LOG = System.getLogger("muhafiz.api");

    private static final int FRAMES = 12;
    private static final int CAUSES = 6;

    private Traces() {}

    /** One line in the server's log, found by the operation's id. */
    public static void note(String operation, Throwable thrown) {
        LOG.log(System.Logger.Level.ERROR, () -> "operation " + operation + ": " + of(thrown));
    }

    static String of(Throwable thrown) {
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        Throwable at = thrown;
        for (int i = 0; i < CAUSES && at != null; i++) {
            lines.add((i == 0 ? "" : "caused by ") + at.getClass().getName());
            Arrays.stream(at.getStackTrace()).limit(FRAMES).forEach(frame -> lines.add("    at " + frame));
            at = at.getCause();
        }
        return lines.toString();
    }
}
