package muhafiz.api.hold;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Paging;
import muhafiz.service.caller.Caller;
import muhafiz.service.hold.RestrictionLifting;

/** Restrictions of use. They are imposed by what somebody requested; here they are listed and lifted. */
@Path("/api/v1/restrictions")
@Produces(MediaType.APPLICATION_JSON)
public class RestrictionResource {
    private final RestrictionLifting restrictions;

    @Inject
    public RestrictionResource(RestrictionLifting restrictions) {
        this.restrictions = restrictions;
    }

    @SuppressWarnings("NullAway")
    public RestrictionResource() { // for RESTEasy
        this(null);
    }

    @GET
    public ShownRestrictions list(@BeanParam Asking asking, @BeanParam Stated stated, @BeanParam Paging paging) {
        return new ShownRestrictions(
                restrictions.list(asking.account(), paging.after(), paging.limit(), stated.why()), paging.limit());
    }

    @POST
    @Path("{id}/lifting")
    @Consumes(MediaType.APPLICATION_JSON)
    public void lift(@PathParam("id") String id, @BeanParam Asking asking, @BeanParam Stated stated, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Optional<LocalDate> noticedOn = JsonBody.read(body, Set.of("noticedOn")).maybeDate("noticedOn");
        restrictions.lift(caller, RandomId.of(id), noticedOn, stated.why());
    }
}
