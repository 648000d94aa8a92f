package muhafiz.api.intake;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import muhafiz.api.http.ContentDigest;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import org.jspecify.annotations.Nullable;

/** What an upload says beside its bytes: a parameter bean. Every reading may throw {@code malformed}. */
public class UploadForm {
    @QueryParam("kind")
    private @Nullable String kind;

    @QueryParam("replaces")
    private @Nullable String replaces;

    @HeaderParam("Content-Length")
    private @Nullable String length;

    @HeaderParam("Content-Digest")
    private @Nullable String digest;

    @HeaderParam("Idempotency-Key")
    private @Nullable String idempotencyKey;

    String kind() {
        if (kind == null || !kind.matches("[A-Za-z0-9_-]{1,64}")) {
            throw malformed("kind is needed: one of the policy's document kinds");
        }
        return kind;
    }

    Optional<UUID> replaces() {
        return Optional.ofNullable(replaces).map(UploadForm::id);
    }

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

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw malformed("replaces must be a document's id");
        }
    }

    private static RefusedException malformed(String detail) {
        return new RefusedException(Refusal.MALFORMED, detail);
    }
}
