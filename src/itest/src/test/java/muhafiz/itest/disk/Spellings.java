package muhafiz.itest.disk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** The ways in which a program may write a value down. */
final class Spellings {
    private static final int BITS_OF_BASE64 = 6;

    private Spellings() {}

    /** One way: its name and its bytes. */
    record Spelling(Canary canary, String name, byte[] bytes) {}

    static List<Spelling> of(Canary canary) {
        List<Spelling> all = new ArrayList<>();
        for (String text : cases(canary.text())) {
            all.addAll(binary(canary, text.getBytes(StandardCharsets.UTF_8)));
            all.add(new Spelling(canary, "UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE)));
            all.add(new Spelling(canary, "UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE)));
        }
        return all;
    }

    /** As it stands, and folded by whoever folds names. */
    private static Set<String> cases(String text) {
        return new LinkedHashSet<>(List.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT)));
    }

    private static List<Spelling> binary(Canary canary, byte[] value) {
        List<Spelling> all = new ArrayList<>();
        all.add(new Spelling(canary, "plain", value));
        all.add(new Spelling(canary, "hex", ascii(HexFormat.of().formatHex(value))));
        all.add(new Spelling(canary, "HEX", ascii(HexFormat.of().withUpperCase().formatHex(value))));
        for (int before = 0; before < 3; before++) {
            all.add(new Spelling(canary, "base64", base64(before, value, Base64.getEncoder()::encode)));
            all.add(new Spelling(canary, "base64url", base64(before, value, Base64.getUrlEncoder()::encode)));
        }
        return all;
    }

    /** The characters that depend on the value alone when so many bytes stand before it (RFC 4648, 4). */
    private static byte[] base64(int before, byte[] value, Function<byte[], byte[]> encoder) {
        ByteArrayOutputStream padded = new ByteArrayOutputStream();
        padded.writeBytes(new byte[before]);
        padded.writeBytes(value);
        byte[] encoded = encoder.apply(padded.toByteArray());
        int first = (before * Byte.SIZE + BITS_OF_BASE64 - 1) / BITS_OF_BASE64;
        int end = (before + value.length) * Byte.SIZE / BITS_OF_BASE64;
        return Arrays.copyOfRange(encoded, first, end);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
