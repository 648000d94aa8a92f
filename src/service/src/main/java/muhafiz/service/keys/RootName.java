package muhafiz.service.keys;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.crypto.token.Randoms;

/**
 * A root's name: {@code root-<epoch>-<dies with>-<random id>}. It says when the root is to die, so that an archive which was restored from
 * a copy older than the root ends it on its day, whatever the horizon is by then.
 *
 * @param epoch the rotation that makes the root
 * @param diesWith the rotation that ends it
 */
record RootName(long epoch, long diesWith, UUID id) {
    private static final Pattern TEXT = Pattern.compile("root-([0-9]{1,10})-([0-9]{1,10})-([0-9a-f-]{36})");

    RootName {
        if (epoch < 1 || diesWith <= epoch) {
            throw new IllegalArgumentException("a root is made by rotation 1 or later and dies with a later one, not "
                    + epoch + " and " + diesWith);
        }
    }

    static RootName fresh(long epoch, int horizon) {
        return new RootName(epoch, epoch + horizon + 1, Randoms.id());
    }

    /** @throws IllegalStateException where no rotation of this archive gave that name */
    static RootName read(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("a holder has a root named " + text
                    + ", which is no root-<epoch>-<dies with>-<id>: it is not known when it is to die");
        }
        return new RootName(
                Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), UUID.fromString(parts.group(3)));
    }

    String text() {
        return "root-" + epoch + "-" + diesWith + "-" + id;
    }
}
