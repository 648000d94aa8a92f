package muhafiz.api.correction;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.PartyCorrection.Change;
import muhafiz.service.correction.Corrections;

/** What is said of a person, corrected. */
@Path("/api/v1/subjects")
@Produces(MediaType.APPLICATION_JSON)
public class CorrectionResource {
    private final Corrections corrections;

    @Inject
    public CorrectionResource(Corrections corrections) {
        this.corrections = corrections;
    }

    @SuppressWarnings("NullAway")
    public CorrectionResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Path("{id}/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response correct(@PathParam("id") String id, @BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("field", "value", "evidence"));
        Change change =
                new Change(form.text("field"), form.text("value"), RandomId.of(form.text("evidence")), caller.user());
        corrections.correct(caller, RandomId.of(id), change);
        return Response.noContent().build();
    }
}
