package muhafiz.api.json;

import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/** A request's JSON body: one object, at most 64 KiB, well-formed UTF-8, no name twice. */
public final class JsonBody {
    /** Bytes; the longest form of the contract has a few dozen short fields. */
    static final int LONGEST = 64 * 1024;

    /** Levels; deeper nesting is an attack on the reader's stack. */
    static final int DEEPEST = 16;

    private static final JsonReaderFactory READERS =
            Shape.JSON.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private JsonBody() {}

    /**
     * @param known every name that may stand in the object
     * @throws RefusedException {@code malformed}, {@code unknown-member}, {@code too-large} or {@code empty-body}
     */
    public static Members read(InputStream body, Set<String> known) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new RefusedException(
                    Refusal.TOO_LARGE,
                    "a JSON body has at most " + LONGEST + " bytes",
                    Map.of("limit", Integer.toString(LONGEST)));
        }
        if (bytes.length == 0) {
            throw new RefusedException(Refusal.EMPTY_BODY, "a JSON object is needed");
        }
        return new Members(parse(text(bytes)), "", known);
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException(Refusal.MALFORMED, "the body is not UTF-8");
        }
    }

    private static JsonObject parse(String text) {
        checkOutline(text);
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonParsingException e) {
            var at = e.getLocation();
            throw new RefusedException(
                    Refusal.MALFORMED,
                    "the body is not one JSON object: line " + at.getLineNumber() + ", column " + at.getColumnNumber());
        } catch (JsonException | IllegalStateException e) {
            throw new RefusedException(Refusal.MALFORMED, "the body is not one JSON object without doubled names");
        }
    }

    /** What the reader does not look at: how deep the text nests, and whether anything follows its end. */
    private static void checkOutline(String text) {
        int depth = 0;
        boolean inText = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inText) {
                inText = c != '"';
                i += c == '\\' ? 1 : 0;
                continue;
            }
            inText = c == '"';
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            boolean isOver = depth == 0
                    && (c == '}' || c == ']')
                    && !text.substring(i + 1).matches("[ \\t\\r\\n]*");
            if (isOver || depth > DEEPEST) {
                throw new RefusedException(
                        Refusal.MALFORMED, "the body is not one JSON object of at most " + DEEPEST + " levels");
            }
        }
    }
}
