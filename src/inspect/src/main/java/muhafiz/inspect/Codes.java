package muhafiz.inspect;

import java.util.Set;

/** Reasons are words of ours, so that no answer can smuggle text into logs, rows or screens. */
final class Codes {
    static final Set<String> UNREADABLE =
            Set.of("encrypted", "damaged", "empty", "unsupported", "too-many-pages", "too-deep", "too-large");
    static final Set<String> DIED =
            Set.of("timeout", "out-of-memory", "output-limit", "bad-answer", "crashed", "exited");
    static final Set<String> NOT_READ = Set.of("not-isolated", "too-large");

    private Codes() {}

    static void check(String code, Set<String> known) {
        if (!known.contains(code)) {
            throw new IllegalArgumentException("unknown code; known are " + known);
        }
    }
}
