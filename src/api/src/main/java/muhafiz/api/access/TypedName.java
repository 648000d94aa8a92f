package muhafiz.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The name somebody typed to log in (RFC 7617), right or wrong. Never logged, never shown. */
public final class TypedName {
    private static final String BASIC = "basic ";
    private static final int LONGEST = 256;

    private TypedName() {}

    /** Empty where no password was offered; the empty name where what was offered cannot be read. */
    public static Optional<String> in(HttpServletRequest http) {
        return Optional.ofNullable(http.getHeader("Authorization"))
                .filter(value -> value.regionMatches(true, 0, BASIC, 0, BASIC.length()))
                .map(value -> name(value.substring(BASIC.length()).trim()));
    }

    static String name(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return pair.substring(0, Math.min(LONGEST, Math.max(0, colon)));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
