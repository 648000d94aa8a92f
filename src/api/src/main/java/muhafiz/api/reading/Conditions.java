package muhafiz.api.reading;

import jakarta.ws.rs.HeaderParam;
import java.util.Optional;
import muhafiz.api.http.ByteRange;
import muhafiz.api.http.EntityTags;
import org.jspecify.annotations.Nullable;

/** What a reader's request makes its answer depend on (RFC 9110 §13, §14): a parameter bean. */
public class Conditions {
    @HeaderParam("If-Match")
    private @Nullable String ifMatch;

    @HeaderParam("If-None-Match")
    private @Nullable String ifNoneMatch;

    @HeaderParam("If-Range")
    private @Nullable String ifRange;

    @HeaderParam("Range")
    private @Nullable String range;

    /** Whether the reader wants another version than there is. */
    boolean isFailed(String tag) {
        return !EntityTags.isMet(Optional.ofNullable(ifMatch), tag);
    }

    /** Whether the reader holds this version already. */
    boolean isHeld(String tag) {
        return EntityTags.isHeld(Optional.ofNullable(ifNoneMatch), tag);
    }

    /** What is to be sent; a range of another version than the reader's is never joined to it. */
    ByteRange range(String tag, long length) {
        boolean mayBeRange = EntityTags.mayBeRange(Optional.ofNullable(ifRange), tag);
        return ByteRange.of(Optional.ofNullable(range).filter(asked -> mayBeRange), length);
    }
}
