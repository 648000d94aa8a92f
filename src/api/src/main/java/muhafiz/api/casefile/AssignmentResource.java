package muhafiz.api.casefile;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.Assignments;

/** Whose an application is. */
@Path("/api/v1/applications/{number}/assignment")
@Produces(MediaType.APPLICATION_JSON)
public class AssignmentResource {
    private final Assignments assignments;

    @Inject
    public AssignmentResource(Assignments assignments) {
        this.assignments = assignments;
    }

    @SuppressWarnings("NullAway")
    public AssignmentResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void assign(@PathParam("number") String number, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("unit", "officer", "reason"));
        Optional<String> unit = form.maybeText("unit");
        String officer = form.text("officer");
        String reason = form.text("reason");
        assignments.assign(caller, number, unit, officer, reason);
    }
}
