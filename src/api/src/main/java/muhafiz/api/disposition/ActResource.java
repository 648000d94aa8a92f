package muhafiz.api.disposition;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.http.RandomId;
import muhafiz.service.disposition.Acts;

/** Acts of destruction, as outsiders can check them. */
@Path("/api/v1/dispositions/{id}/act")
public class ActResource {
    private final Acts acts;

    @Inject
    public ActResource(Acts acts) {
        this.acts = acts;
    }

    @SuppressWarnings("NullAway")
    public ActResource() { // for RESTEasy
        this(null);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String act(@BeanParam Asking asking, @BeanParam Stated stated, @PathParam("id") String id) {
        return acts.act(asking.account(), RandomId.of(id), stated.why());
    }
}
