package muhafiz.api.request;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import muhafiz.api.access.Asking;
import muhafiz.service.request.OwnView;
import muhafiz.service.request.OwnView.Part;

/** What a person sees of their own through the portal. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
public class OwnResource {
    private final OwnView own;

    @Inject
    public OwnResource(OwnView own) {
        this.own = own;
    }

    @SuppressWarnings("NullAway")
    public OwnResource() { // for RESTEasy
        this(null);
    }

    @GET
    public Response cases(@BeanParam Asking asking) {
        return shown(asking, Part.CASES);
    }

    @GET
    @Path("documents")
    public Response documents(@BeanParam Asking asking) {
        return shown(asking, Part.DOCUMENTS);
    }

    @GET
    @Path("readings")
    public Response readings(@BeanParam Asking asking) {
        return shown(asking, Part.READINGS);
    }

    @GET
    @Path("requests")
    public Response requests(@BeanParam Asking asking) {
        return shown(asking, Part.REQUESTS);
    }

    @GET
    @Path("disclosures")
    public Response disclosures(@BeanParam Asking asking) {
        return shown(asking, Part.DISCLOSURES);
    }

    private Response shown(Asking asking, Part part) {
        return Response.ok(own.of(asking.account(), part).toString()).build();
    }
}
