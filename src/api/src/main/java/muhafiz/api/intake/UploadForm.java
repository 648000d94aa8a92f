package muhafiz.api.intake;

import jakarta.ws.rs.HeaderParam;
import java.util.Optional;
import java.util.OptionalLong;
import muhafiz.api.http.ContentDigest;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import org.jspecify.annotations.Nullable;

/** What the head of an upload says of its bytes: a parameter bean. Every reading may throw {@code malformed}. */
public class UploadForm {
    @HeaderParam("Content-Length")
    private @Nullable String length;

    @HeaderParam("Content-Digest")
    private @Nullable String digest;

    @HeaderParam("Idempotency-Key")
    private @Nullable String idempotencyKey;

    /** Bytes, as the head of the request says. */
    OptionalLong length() {
        return length(Optional.ofNullable(length));
    }

    static OptionalLong length(Optional<String> field) {
        if (field.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!field.get().matches("[0-9]{1,18}")) {
            throw malformed("Content-Length must be a number");
        }
        return OptionalLong.of(Long.parseLong(field.get()));
    }

    Optional<byte[]> sha256() {
        return ContentDigest.sha256(Optional.ofNullable(digest));
    }

    boolean hasDigest() {
        return digest != null;
    }

    Optional<String> idempotencyKey() {
        if (idempotencyKey != null && !idempotencyKey.matches("[\\x20-\\x7e]{1,255}")) {
            throw malformed("Idempotency-Key is 1 to 255 printable ASCII characters");
        }
        return Optional.ofNullable(idempotencyKey);
    }

    private static RefusedException malformed(String detail) {
        return new RefusedException(Refusal.MALFORMED, detail);
    }
}
