package muhafiz.verify.check;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

/** What the program said, and its exit code. */
record Spoken(int code, String text) {
    static Spoken of(Object... line) {
        var bytes = new ByteArrayOutputStream();
        String[] words = new String[line.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = line[i].toString();
        }
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            int code = new Checker(out, InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"))).run(words);
            return new Spoken(code, bytes.toString(StandardCharsets.UTF_8));
        }
    }
}
