package muhafiz.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** {@code Content-Disposition: attachment} (RFC 6266), its file name encoded by RFC 8187. */
public final class Attachment {
    private static final int LONGEST = 200;

    private static final String ATTR_CHARS = "!#$&+-.^_`|~";

    private Attachment() {}

    /** @param fileName named only where it is safe: a plain name, no path, nothing invisible */
    public static String named(Optional<String> fileName) {
        return fileName.filter(Attachment::isSafe)
                .map(name -> "attachment; filename*=UTF-8''" + encoded(name))
                .orElse("attachment");
    }

    private static boolean isSafe(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST
                && !name.startsWith(".")
                && name.codePoints().noneMatch(Attachment::isDangerous)
                && StandardCharsets.UTF_8.newEncoder().canEncode(name);
    }

    private static boolean isDangerous(int c) {
        return "/\\:*?\"<>|".indexOf(c) >= 0
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    private static String encoded(String name) {
        StringBuilder value = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || ATTR_CHARS.indexOf(c) >= 0);
            value.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return value.toString();
    }
}
