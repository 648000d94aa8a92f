package muhafiz.api.custody;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Shape;
import muhafiz.service.caller.Caller;
import muhafiz.service.custody.KeyRotation;
import muhafiz.service.custody.KeyRotation.Sort;
import muhafiz.service.keys.Rotation.Rotated;
import org.jspecify.annotations.Nullable;

/** Rotations of the roots. */
@Path("/api/v1/keys/rotations")
@Produces(MediaType.APPLICATION_JSON)
public class RotationResource {
    private final KeyRotation rotation;

    @Inject
    public RotationResource(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @SuppressWarnings("NullAway")
    public RotationResource() { // for RESTEasy
        this(null);
    }

    /** Answers when the rotation is finished; one that was interrupted is finished first. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Finished rotate(@BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        return new Finished(rotation.onDemand(caller, sortIn(body)));
    }

    /** The same without a body: nothing special is wished. */
    @POST
    public Finished rotate(
            @BeanParam Asking asking, @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String mediaType) {
        return new Finished(rotation.onDemand(asking.account(), usual(mediaType)));
    }

    /** The second custodian repeats what the first asked for. */
    @POST
    @Path("/confirmations")
    @Consumes(MediaType.APPLICATION_JSON)
    public Finished confirm(@BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        return new Finished(rotation.confirmed(caller, sortIn(body)));
    }

    /** The same without a body. */
    @POST
    @Path("/confirmations")
    public Finished confirm(
            @BeanParam Asking asking, @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String mediaType) {
        return new Finished(rotation.confirmed(asking.account(), usual(mediaType)));
    }

    private static Sort usual(@Nullable String mediaType) {
        if (mediaType != null) {
            throw new NotSupportedException();
        }
        return Sort.USUAL;
    }

    /** No body means nothing special. */
    private static Sort sortIn(InputStream body) throws IOException {
        PushbackInputStream form = new PushbackInputStream(body);
        int first = form.read();
        if (first < 0) {
            return Sort.USUAL;
        }
        form.unread(first);
        boolean isEmergency = JsonBody.read(form, Set.of("emergency")).claims("emergency");
        return isEmergency ? Sort.EMERGENCY : Sort.USUAL;
    }

    /** The newest epoch, and roots that may still unwrap something. */
    record Finished(Rotated rotated) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("epoch", rotated.epoch())
                    .add("rootsAlive", rotated.rootsAlive())
                    .build();
        }
    }
}
