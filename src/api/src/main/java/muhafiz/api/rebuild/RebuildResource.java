package muhafiz.api.rebuild;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import muhafiz.api.access.Asking;
import muhafiz.api.http.RandomId;
import muhafiz.service.rebuild.RebuildView;
import muhafiz.service.rebuild.Rebuilds;

/** Rebuilds of the document table. */
@Path("/api/v1/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
public class RebuildResource {
    private final Rebuilds rebuilds;

    @Inject
    public RebuildResource(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @SuppressWarnings("NullAway")
    public RebuildResource() { // for RESTEasy
        this(null);
    }

    /** Answers at once; the work is done in the background. */
    @POST
    public Response begin(@BeanParam Asking asking) {
        RebuildView begun = rebuilds.begin(asking.account());
        return Response.accepted(new ShownRebuild(begun))
                .header("Location", "/api/v1/rebuilds/" + begun.id())
                .build();
    }

    @GET
    @Path("{id}")
    public ShownRebuild view(@PathParam("id") String id, @BeanParam Asking asking) {
        return new ShownRebuild(rebuilds.view(asking.account(), RandomId.of(id)));
    }

    @POST
    @Path("{id}/approvals")
    public ShownRebuild release(@PathParam("id") String id, @BeanParam Asking asking) {
        return new ShownRebuild(rebuilds.release(asking.account(), RandomId.of(id)));
    }
}
