package muhafiz.api.imports;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.body.Bodies;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.imports.ImportView;
import muhafiz.service.imports.Imports;
import org.jspecify.annotations.Nullable;

/** Bags of old files: looked at first, carried out once another person has released them. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
    private static final int PAGE = 1000;

    private final Imports imports;
    private final Bodies bodies;

    @Inject
    public ImportResource(Imports imports, Bodies bodies) {
        this.imports = imports;
        this.bodies = bodies;
    }

    @SuppressWarnings("NullAway")
    public ImportResource() { // for RESTEasy
        this(null, null);
    }

    /** A bag that lies in the folder of imports. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response propose(@BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        return accepted(
                imports.propose(caller, JsonBody.read(body, Set.of("package")).text("package")));
    }

    /** A bag that is sent along. */
    @POST
    @Consumes("application/zip")
    public Response send(@BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        try (InputStream paced = bodies.in(body)) {
            return accepted(imports.propose(caller, paced));
        }
    }

    @GET
    @Path("{id}")
    public ShownImport view(@BeanParam Asking asking, @PathParam("id") String id) {
        return new ShownImport(imports.view(asking.account(), RandomId.of(id)));
    }

    /** The lines that are not taken in. */
    @GET
    @Path("{id}/refusals")
    public ShownFlaws refusals(
            @BeanParam Asking asking, @PathParam("id") String id, @QueryParam("after") @Nullable String after) {
        Caller caller = asking.account();
        return new ShownFlaws(imports.flaws(caller, RandomId.of(id), number(after), PAGE), PAGE);
    }

    private static int number(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("[0-9]{1,9}")) {
            throw new RefusedException(
                    Refusal.MALFORMED, "after is the member next of the page before", Map.of("member", "after"));
        }
        return Integer.parseInt(after);
    }

    /** Another person's word: it is carried out. */
    @POST
    @Path("{id}/approvals")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownImport approve(@BeanParam Asking asking, @PathParam("id") String id, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        String digest = JsonBody.read(body, Set.of("digest")).text("digest");
        return new ShownImport(imports.release(caller, RandomId.of(id), digest));
    }

    private static Response accepted(ImportView made) {
        return Response.status(Response.Status.ACCEPTED)
                .header("Location", "/api/v1/imports/" + made.id())
                .entity(new ShownImport(made))
                .build();
    }
}
