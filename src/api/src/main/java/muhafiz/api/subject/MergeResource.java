package muhafiz.api.subject;

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
import muhafiz.api.access.Stated;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.service.caller.Caller;
import muhafiz.service.subject.Merge;
import muhafiz.service.subject.Merges;

/** Persons joined, and separated again. */
@Path("/api/v1/subjects/merges")
@Produces(MediaType.APPLICATION_JSON)
public class MergeResource {
    private final Merges merges;

    @Inject
    public MergeResource(Merges merges) {
        this.merges = merges;
    }

    @SuppressWarnings("NullAway")
    public MergeResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response merge(@BeanParam Asking asking, @BeanParam Stated stated, InputStream body) throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("kept", "merged"));
        Merge merge =
                merges.merge(caller, RandomId.of(form.text("kept")), RandomId.of(form.text("merged")), stated.why());
        return Response.status(Response.Status.CREATED)
                .entity(new ShownMerge(merge))
                .build();
    }

    @POST
    @Path("{id}/undo")
    public Response undo(@PathParam("id") String id, @BeanParam Asking asking, @BeanParam Stated stated) {
        merges.undo(asking.account(), RandomId.of(id), stated.why());
        return Response.noContent().build();
    }
}
