package muhafiz.verify.check;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import muhafiz.proof.paper.KeyChange;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tlog.VerifierKey;
import muhafiz.verify.line.UnreadableException;

/** Files that a command names; what cannot be read or understood is an {@link UnreadableException} that names the file. */
final class Input {
    private static final int LARGEST = 256 << 20;

    private Input() {}

    static Path path(String name) {
        return Path.of(name);
    }

    static byte[] bytes(Path file) {
        return bytes(file, LARGEST);
    }

    /** At most {@code most} bytes. */
    static byte[] bytes(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new UnreadableException(file + " is larger than " + most + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UnreadableException(file + " cannot be read", e);
        }
    }

    /** The file's bytes in a form that {@code reader} knows. */
    static <T> T read(String file, Function<byte[], T> reader) {
        return understood(file, () -> reader.apply(bytes(path(file))));
    }

    /** What a reader throws at bytes it does not know, with their name. */
    static <T> T understood(String name, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(name + ": " + e.getMessage(), e);
        }
    }

    static SignedNote note(String file) {
        return read(file, SignedNote::parse);
    }

    /** The statements in the JSON of {@code /log/vkey/history}: {@code {"items":[{"statement":"…"}, …]}}, oldest first. */
    static List<KeyChange> keyChanges(String file) {
        return read(file, bytes -> statements(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static List<KeyChange> statements(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .filter(key -> !key.isNull("statement"))
                    .map(key -> KeyChange.parse(SignedNote.parse(key.getString("statement"))))
                    .toList();
        } catch (JsonException | NullPointerException | ClassCastException e) {
            throw new IllegalArgumentException("this is no history of keys", e);
        }
    }

    /** A vkey line, or the name of a file that holds one. */
    static VerifierKey vkey(String lineOrFile) {
        return understood(lineOrFile, () -> VerifierKey.parse(line(lineOrFile)));
    }

    private static String line(String lineOrFile) {
        boolean isLine = lineOrFile.indexOf('+') > 0 && !Files.exists(path(lineOrFile));
        return isLine ? lineOrFile : new String(bytes(path(lineOrFile), 10_000), StandardCharsets.UTF_8).strip();
    }
}
