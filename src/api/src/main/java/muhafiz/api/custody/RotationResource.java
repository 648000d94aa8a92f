package muhafiz.api.custody;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import muhafiz.api.access.Asking;
import muhafiz.api.json.Shape;
import muhafiz.service.custody.KeyRotation;
import muhafiz.service.keys.Rotation.Rotated;

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
    public Finished rotate(@BeanParam Asking asking) {
        return new Finished(rotation.onDemand(asking.account()));
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
