package muhafiz.inspect;

import java.util.Set;

/** Reasons are words of ours, so that no answer can smuggle text into logs, rows or screens. */
final class Codes {
    static final Set<String> UNREADABLE =
            Set.of("encrypted", "damaged", "empty", "unsupported", "too-many-pages", "too-deep", "too-large");
    static final Set<String> DIED =
            Set.of("timeout", "out-of-memory", "output-limit", "bad-answer", "crashed", "exited");
    static final Set<String> NOT_READ = Set.of("not-isolated", "too-large");

    private static final String NO_SUCH_PAGE = "no-such-page";

    private Codes() {}

    /** Of whoever made nothing: it cannot be done, nobody may look, or the worker died over it. */
    static void checkNothingMade(String code) {
        if (!DIED.contains(code) && !NOT_READ.contains(code)) {
            checkRefusedToMake(code);
        }
    }

    /** Of a worker that says why it makes nothing. */
    static String checkRefusedToMake(String code) {
        if (!code.equals(NO_SUCH_PAGE)) {
            check(code, UNREADABLE);
        }
        return code;
    }

    static void check(String code, Set<String> known) {
        if (!known.contains(code)) {
            throw new IllegalArgumentException("unknown code; known are " + known);
        }
    }
}
