package muhafiz.api.http;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/**
 * {@code Content-Digest} (RFC 9530 §2): a dictionary of byte sequences (RFC 8941 §3.2, §3.3.5). Only {@code sha-256} is held against
 * the body; other algorithms are read past. Parameters are read past too.
 */
public final class ContentDigest {
    private static final int SHA_256_BYTES = 32;

    private static final String KEY = "[a-z*][a-z0-9_.*-]*";

    private static final String PARAMETER = "; *" + KEY + "(=[!-+\\x2d-:<-~]+)?";

    private static final Pattern ENTRY =
            Pattern.compile("(?<key>" + KEY + ")=:(?<value>[A-Za-z0-9+/]*={0,2}):(" + PARAMETER + ")*");

    private static final Pattern COMMA = Pattern.compile("[ \\t]*,[ \\t]*");

    private ContentDigest() {}

    /**
     * The SHA-256 announced for the body; empty where none is.
     *
     * @param field the field's lines joined by comma; empty where there is none
     * @throws RefusedException {@code malformed}
     */
    public static Optional<byte[]> sha256(Optional<String> field) {
        if (field.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> announced = Optional.empty();
        for (String entry : COMMA.split(field.get().trim(), -1)) {
            Matcher match = ENTRY.matcher(entry);
            if (!match.matches()) {
                throw malformed();
            }
            if (match.group("key").equals("sha-256")) {
                announced = Optional.of(decoded(match.group("value")));
            }
        }
        return announced;
    }

    private static byte[] decoded(String base64) {
        try {
            byte[] digest = Base64.getDecoder().decode(base64);
            if (digest.length == SHA_256_BYTES) {
                return digest;
            }
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static RefusedException malformed() {
        return new RefusedException(
                Refusal.MALFORMED, "Content-Digest must look like sha-256=:<44 characters of Base64>: (RFC 9530)");
    }
}
