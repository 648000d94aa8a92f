package muhafiz.api.intake;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import org.jspecify.annotations.Nullable;

/** What a document is to be in its case: a parameter bean. Every reading may throw {@code malformed}. */
public class PaperForm {
    @QueryParam("kind")
    private @Nullable String kind;

    @QueryParam("replaces")
    private @Nullable String replaces;

    /** Looks like a kind of the policy. */
    public String kind() {
        if (kind == null || !kind.matches("[A-Za-z0-9_-]{1,64}")) {
            throw malformed("kind is needed: one of the policy's document kinds");
        }
        return kind;
    }

    /** The document that it takes the place of. */
    public Optional<UUID> replaces() {
        return Optional.ofNullable(replaces).map(PaperForm::id);
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
