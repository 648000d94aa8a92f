package muhafiz.api.upload;

import jakarta.ws.rs.HeaderParam;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import muhafiz.service.upload.Checksum;
import org.jspecify.annotations.Nullable;

/** What the head says of more bytes of an upload: a parameter bean. Every reading may throw {@code malformed}. */
public class MoreForm {
    @HeaderParam("Upload-Offset")
    private @Nullable String offset;

    @HeaderParam("Upload-Checksum")
    private @Nullable String checksum;

    @HeaderParam("Content-Length")
    private @Nullable String length;

    /** Where the bytes belong. */
    long offset() {
        return TusForm.number("Upload-Offset", offset);
    }

    /** Of the body, in bytes. */
    OptionalLong length() {
        return length == null ? OptionalLong.empty() : OptionalLong.of(TusForm.number("Content-Length", length));
    }

    Optional<Checksum> checksum() {
        return Optional.ofNullable(checksum).map(MoreForm::checksum);
    }

    private static Checksum checksum(String text) {
        String[] words = text.split(" ", -1);
        if (words.length != 2) {
            throw TusForm.malformed("Upload-Checksum is an algorithm and a value in Base64");
        }
        return new Checksum(algorithm(words[0]), TusForm.decoded(words[1]));
    }

    private static Checksum.Algorithm algorithm(String name) {
        return Arrays.stream(Checksum.Algorithm.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> TusForm.malformed("Upload-Checksum takes sha1 and sha256"));
    }
}
