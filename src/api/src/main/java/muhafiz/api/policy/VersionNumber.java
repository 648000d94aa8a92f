package muhafiz.api.policy;

import java.util.Map;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/** The number of a version of the policy, as it stands in a path or a query. */
final class VersionNumber {
    private VersionNumber() {}

    /** @throws RefusedException {@code malformed} where it is no number from 1 to 999,999,999 */
    static int of(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new RefusedException(
                    Refusal.MALFORMED, "a version is a whole number from 1 on", Map.of("member", "version"));
        }
        return Integer.parseInt(text);
    }
}
