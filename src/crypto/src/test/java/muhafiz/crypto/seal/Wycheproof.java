package muhafiz.crypto.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/** The cases of C2SP/wycheproof for Cobblestone-256 (origin: SOURCES.md beside the file). */
final class Wycheproof {
    private static final String FILE = "c2sp_chunked_encryption_aes_256_gcm_test.json";
    private static final Pattern CASE = Pattern.compile("\\{\\s*\"tcId\"[^{}]*}");
    private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\":\\s*(?:\"([^\"]*)\"|(\\d+)|\\[([^]]*)])");

    private Wycheproof() {}

    /** One case; what it leaves out is empty. */
    record Case(Map<String, String> members) {
        int id() {
            return Integer.parseInt(text("tcId"));
        }

        boolean valid() {
            return text("result").equals("valid");
        }

        boolean is(String flag) {
            return text("flags").contains('"' + flag + '"');
        }

        byte[] key() {
            return hex("key");
        }

        byte[] context() {
            return hex("ctx");
        }

        byte[] sealed() {
            try (var inflated = new InflaterInputStream(new ByteArrayInputStream(hex("ct")))) {
                return inflated.readAllBytes();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        int length() {
            String length = text("msgLength");
            return length.isEmpty() ? 0 : Integer.parseInt(length);
        }

        /** Empty when no byte may be released. */
        String sha512() {
            return text("msgSha512");
        }

        byte[] hex(String name) {
            return HexFormat.of().parseHex(text(name));
        }

        private String text(String name) {
            return members.getOrDefault(name, "");
        }

        @Override
        public String toString() {
            return id() + " " + text("comment");
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream file = Objects.requireNonNull(Wycheproof.class.getResourceAsStream(FILE))) {
            List<Case> cases = new ArrayList<>();
            Matcher found = CASE.matcher(new String(file.readAllBytes(), UTF_8));
            while (found.find()) {
                cases.add(new Case(members(found.group())));
            }
            return cases;
        }
    }

    private static Map<String, String> members(String json) {
        Map<String, String> members = new HashMap<>();
        Matcher found = MEMBER.matcher(json);
        while (found.find()) {
            for (int group = 2; group <= 4; group++) {
                if (found.group(group) != null) {
                    members.put(found.group(1), found.group(group));
                }
            }
        }
        return members;
    }
}
