package muhafiz.api.upload;

import jakarta.ws.rs.HeaderParam;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the head says of an upload that begins: a parameter bean. Every reading may throw {@code malformed}. */
public class WishForm {
    private static final int MOST_METADATA = 4096;
    private static final int LONGEST_NAME = 255;
    private static final Pattern PAIR = Pattern.compile("[!-+\\x2d-~]+( [A-Za-z0-9+/]*={0,2})?");
    private static final String FILE_NAME = "filename ";

    @HeaderParam("Upload-Length")
    private @Nullable String length;

    @HeaderParam("Upload-Metadata")
    private @Nullable String metadata;

    /** Of the whole, in bytes. */
    long length() {
        return TusForm.number("Upload-Length", length);
    }

    /** As it came; empty text where there is none. */
    String metadata() {
        if (metadata == null) {
            return "";
        }
        if (metadata.length() > MOST_METADATA
                || !Arrays.stream(metadata.split(",", -1))
                        .allMatch(pair -> PAIR.matcher(pair.trim()).matches())) {
            throw TusForm.malformed("Upload-Metadata is a list of keys, each with a value in Base64, of at most "
                    + MOST_METADATA + " characters");
        }
        return metadata;
    }

    /** The value of the key {@code filename}, where it is a name that can be kept. */
    Optional<String> fileName() {
        return Arrays.stream(metadata().split(",", -1))
                .map(String::trim)
                .filter(pair -> pair.startsWith(FILE_NAME))
                .findFirst()
                .map(pair -> TusForm.decoded(pair.substring(FILE_NAME.length())))
                .map(WishForm::text)
                .filter(name -> !name.isBlank() && name.length() <= LONGEST_NAME);
    }

    private static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw TusForm.malformed("the file's name in Upload-Metadata must be UTF-8");
        }
    }
}
