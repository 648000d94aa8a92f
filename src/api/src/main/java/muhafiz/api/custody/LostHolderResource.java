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
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Shape;
import muhafiz.service.caller.Caller;
import muhafiz.service.custody.LostHolder;

/** Holders of roots that are no more. */
@Path("/api/v1/keys/lost-holders")
@Produces(MediaType.APPLICATION_JSON)
public class LostHolderResource {
    private final LostHolder lost;

    @Inject
    public LostHolderResource(LostHolder lost) {
        this.lost = lost;
    }

    @SuppressWarnings("NullAway")
    public LostHolderResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Gone declare(@BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        return new Gone(
                lost.destroyed(caller, JsonBody.read(body, Set.of("holder")).text("holder")));
    }

    /** Roots that died with the holder. */
    record Gone(int roots) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder().add("rootsGone", roots).build();
        }
    }
}
