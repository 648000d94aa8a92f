package muhafiz.api.casefile;

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
import muhafiz.api.json.Members;
import muhafiz.api.json.Shape;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.Assignments;

/** All applications of one officer go to another. */
@Path("/api/v1/assignments")
@Produces(MediaType.APPLICATION_JSON)
public class HandoverResource {
    private final Assignments assignments;

    @Inject
    public HandoverResource(Assignments assignments) {
        this.assignments = assignments;
    }

    @SuppressWarnings("NullAway")
    public HandoverResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public HandedOver handOver(@BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("from", "to"));
        String from = form.text("from");
        String to = form.text("to");
        return new HandedOver(assignments.handOver(caller, from, to));
    }

    /** How many applications changed hands. */
    record HandedOver(int applications) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder().add("applications", applications).build();
        }
    }
}
