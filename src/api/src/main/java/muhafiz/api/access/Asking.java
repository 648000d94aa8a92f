package muhafiz.api.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Caller;
import muhafiz.service.access.Why;
import org.jspecify.annotations.Nullable;

/** Who asks, and why: a parameter bean of resources. */
public class Asking {
    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest http;

    @QueryParam("purpose")
    private @Nullable String purpose;

    @QueryParam("ref")
    private @Nullable String ref;

    /** An account. The holder of an access code is refused: nothing but the own application is open to a code. */
    public Caller account() {
        return caller().filter(caller -> !caller.isOwner()).orElseThrow(Asking::codeRefused);
    }

    /** An account, or the holder of this number's access code. */
    public Caller accountOrOwnerOf(String number) {
        Visit visit = Visit.of(http);
        return caller().filter(caller -> !caller.isOwner() || visit.isOwnerOf(number))
                .orElseThrow(Asking::codeRefused);
    }

    public Why why() {
        return new Why(stated(purpose), stated(ref));
    }

    private Optional<Caller> caller() {
        return Visit.of(http).caller();
    }

    private static Optional<String> stated(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    private static RefusedException codeRefused() {
        return new RefusedException(Refusal.CODE_REFUSED, "number and code do not open anything");
    }
}
