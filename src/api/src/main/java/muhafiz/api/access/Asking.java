package muhafiz.api.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import muhafiz.api.visit.Visit;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;

/** Who asks: a parameter bean of resources. */
public class Asking {
    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest http;

    /** An account. @throws RefusedException for the holder of an access code, who may do nothing but follow the own application */
    public Caller account() {
        Caller caller = caller();
        if (caller.isOwner()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "this needs an account, not an access code");
        }
        return caller;
    }

    /** An account, or the holder of this number's access code. */
    public Caller accountOrOwnerOf(String number) {
        Caller caller = caller();
        if (caller.isOwner() && !Visit.of(http).isOwnerOf(number)) {
            throw nobody();
        }
        return caller;
    }

    private Caller caller() {
        return Visit.of(http).caller().orElseThrow(Asking::nobody);
    }

    /** Whom the filter let through unknown; it lets nobody, so this is the second lock. */
    private static RefusedException nobody() {
        return new RefusedException(Refusal.CODE_REFUSED, "number and code do not open anything");
    }
}
