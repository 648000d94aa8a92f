package muhafiz.api.custody;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Shape;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.custody.DeclaredDestruction;

/** What custodians answer for: holders of roots, and shares of a quorum, that are no more. */
@Path("/api/v1/keys/destructions")
@Produces(MediaType.APPLICATION_JSON)
public class DestructionResource {
    /** Most shares there are. */
    private static final int QUORUM = 16;

    private final DeclaredDestruction declared;

    @Inject
    public DestructionResource(DeclaredDestruction declared) {
        this.declared = declared;
    }

    @SuppressWarnings("NullAway")
    public DestructionResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Gone declare(@BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("holder", "quorum", "share"));
        if (form.maybeText("holder").isPresent()) {
            return new Gone(declared.ofHolder(caller, form.text("holder")));
        }
        return new Gone(declared.ofShare(caller, form.text("quorum"), number(form)));
    }

    private static int number(Members form) {
        return form.maybeAmount("share")
                .filter(amount -> amount.scale() == 0 && amount.compareTo(BigDecimal.valueOf(QUORUM)) <= 0)
                .map(BigDecimal::intValue)
                .orElseThrow(() -> new RefusedException(
                        Refusal.MALFORMED, "share must be a whole number, 1 to " + QUORUM, Map.of("member", "share")));
    }

    /** Roots that are gone from now on. */
    record Gone(int roots) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder().add("rootsGone", roots).build();
        }
    }
}
