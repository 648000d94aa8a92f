package muhafiz.api.access;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import muhafiz.service.caller.Why;
import org.jspecify.annotations.Nullable;

/** Why somebody asks, as they state it: a parameter bean of resources that show personal data. */
public class Stated {
    @QueryParam("purpose")
    private @Nullable String purpose;

    @QueryParam("ref")
    private @Nullable String ref;

    public Why why() {
        return new Why(stated(purpose), stated(ref));
    }

    private static Optional<String> stated(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
