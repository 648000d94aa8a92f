package muhafiz.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What an object says of itself beside its bytes, as ASCII user metadata of S3, so that the bucket and the keys alone suffice
 * to know what it is: {@code 1.<owner>.<leaf>.<sealed, base64url>}. In clear only random ids.
 *
 * @param owner the document the object is a piece of
 * @param leaf the leaf key under which object and description are sealed
 * @param sealed the description, sealed; 1 to {@value #MOST} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Label(UUID owner, UUID leaf, byte[] sealed) {
    /** With ids and name below 1 KiB of metadata; stores take 2 KiB. */
    public static final int MOST = 696;

    /** The name of the user metadata, without S3's own prefix. */
    static final String NAME = "about";

    private static final String FORMAT = "1";
    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern WHOLE =
            Pattern.compile(FORMAT + "\\." + ID + "\\." + ID + "\\.([A-Za-z0-9_-]{2,928})");

    public Label {
        if (sealed.length < 1 || sealed.length > MOST) {
            throw new IllegalArgumentException("a label holds 1 to " + MOST + " sealed bytes, not " + sealed.length);
        }
    }

    /** The label, if {@code text} is exactly what {@link #text()} of one gives. */
    static Optional<Label> parse(String text) {
        var matcher = WHOLE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(matcher.group(3));
        } catch (IllegalArgumentException e) { // such a length is no base64
            return Optional.empty();
        }
        var label = new Label(UUID.fromString(matcher.group(1)), UUID.fromString(matcher.group(2)), sealed);
        return Optional.of(label).filter(same -> same.text().equals(text));
    }

    /** ASCII without blanks. */
    String text() {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        return String.join(".", FORMAT, owner.toString(), leaf.toString(), encoded);
    }

    /** The text as the store keeps and shows it beside the object, in ASCII. */
    public byte[] ascii() {
        return text().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "Label[" + owner + ", " + leaf + "]";
    }
}
