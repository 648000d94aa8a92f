package muhafiz.crypto.keys;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of one archive's roots in a holder that it shares with others: {@code muhafiz-<archive>.<root id>}. Neither part
 * holds a dot, so no archive's name begins like another's.
 */
record RootNames(String archive) {
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?");

    RootNames {
        if (!PLAIN.matcher(archive).matches()) {
            throw new IllegalArgumentException("an archive's name is 1 to 64 characters of a-z, 0-9 and inner dashes");
        }
    }

    /** @throws IllegalArgumentException when this can be no root's id */
    static void check(String rootId) {
        if (!PLAIN.matcher(rootId).matches()) {
            throw new IllegalArgumentException("a root id is 1 to 64 characters of a-z, 0-9 and inner dashes");
        }
    }

    String nameOf(String rootId) {
        check(rootId);
        return before() + rootId;
    }

    /** Empty when the name is another archive's, or nothing of ours. */
    Optional<String> rootIn(String name) {
        return name.startsWith(before())
                ? Optional.of(name.substring(before().length()))
                        .filter(id -> PLAIN.matcher(id).matches())
                : Optional.empty();
    }

    private String before() {
        return "muhafiz-" + archive + ".";
    }
}
