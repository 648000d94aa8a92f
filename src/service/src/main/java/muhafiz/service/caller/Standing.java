package muhafiz.service.caller;

import java.util.Set;
import java.util.TreeSet;

/**
 * What an account is in the office. The unit travels as one more role, {@code unit:RD-1}, so that a file realm and an OIDC token look
 * the same from here.
 *
 * @param roles as the provider names them, the policy's and any others
 * @param unit its id, such as {@code RD-1}; empty where the account has none
 */
public record Standing(Set<String> roles, String unit) {
    private static final String UNIT = "unit:";

    public Standing {
        roles = Set.copyOf(roles);
    }

    /** Read from the provider's words. */
    public static Standing of(Iterable<String> words) {
        Set<String> roles = new TreeSet<>();
        String unit = "";
        for (String word : words) {
            if (word.startsWith(UNIT)) {
                unit = word.substring(UNIT.length());
            } else {
                roles.add(word);
            }
        }
        return new Standing(roles, unit);
    }

    /** In one spelling: the roles in order, with spaces between them. */
    public String spelled() {
        return String.join(" ", new TreeSet<>(roles));
    }
}
