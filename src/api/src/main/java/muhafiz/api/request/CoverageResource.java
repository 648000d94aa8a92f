package muhafiz.api.request;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.service.request.Answers;

/** What was searched for a request, and who else may be meant. */
@Path("/api/v1/requests/{number}/coverage")
public class CoverageResource {
    private final Answers answers;

    @Inject
    public CoverageResource(Answers answers) {
        this.answers = answers;
    }

    @SuppressWarnings("NullAway")
    public CoverageResource() { // for RESTEasy
        this(null);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response coverage(@PathParam("number") String number, @BeanParam Asking asking, @BeanParam Stated stated) {
        return Response.ok(
                        answers.coverage(asking.account(), number, stated.why()).toString())
                .build();
    }
}
