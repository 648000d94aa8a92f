package muhafiz.api.log;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import muhafiz.api.access.Asking;
import muhafiz.api.json.Shape;
import muhafiz.service.custody.LogKeyChange;
import org.jspecify.annotations.Nullable;

/** Changes of the log's signing key. */
@Path("/log/keys")
@Produces(MediaType.APPLICATION_JSON)
public class LogKeyResource {
    private final LogKeyChange change;

    @Inject
    public LogKeyResource(LogKeyChange change) {
        this.change = change;
    }

    @SuppressWarnings("NullAway")
    public LogKeyResource() { // for RESTEasy
        this(null);
    }

    /** Takes no body. The new key signs from the first checkpoint on that has the entry of this change. */
    @POST
    public Changed change(@BeanParam Asking asking, @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String mediaType) {
        var caller = asking.account();
        if (mediaType != null) {
            throw new NotSupportedException();
        }
        return new Changed(change.onDemand(caller));
    }

    /** The new key's vkey line. */
    record Changed(String vkey) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder().add("vkey", vkey).build();
        }
    }
}
