package muhafiz.api.disposition;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.api.access.Asking;
import muhafiz.api.body.Bodies;
import muhafiz.api.http.Attachment;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.visit.Visit;
import muhafiz.service.caller.Caller;
import muhafiz.service.disposition.Exports;
import org.jspecify.annotations.Nullable;

/** The exit: everything of a unit, of classes, or of the archive, for one receiver. */
@Path("/api/v1/exports")
public class ExportResource {
    private final Exports exports;
    private final Bodies bodies;

    @Inject
    public ExportResource(Exports exports, Bodies bodies) {
        this.exports = exports;
        this.bodies = bodies;
    }

    @SuppressWarnings("NullAway")
    public ExportResource() { // for RESTEasy
        this(null, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response propose(@BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("unit", "classes", "certificate"));
        UUID id = exports.propose(
                caller,
                new Exports.Wish(
                        form.maybeText("unit"), new HashSet<>(form.listOfTexts("classes")), form.text("certificate")));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/exports/" + id)
                .entity(new ShownExport(exports.view(caller, id)))
                .build();
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public ShownExport view(@BeanParam Asking asking, @PathParam("id") String id) {
        return new ShownExport(exports.view(asking.account(), RandomId.of(id)));
    }

    @POST
    @Path("{id}/approvals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public ShownExport approve(@BeanParam Asking asking, @PathParam("id") String id, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("digest"));
        exports.approve(caller, RandomId.of(id), form.text("digest"));
        return new ShownExport(exports.view(caller, RandomId.of(id)));
    }

    /** The case after which the next package begins stands in the link. */
    @GET
    @Path("{id}/package")
    @Produces({"application/pkcs7-mime", MediaType.APPLICATION_JSON})
    public Response parcel(
            @BeanParam Asking asking,
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @Context HttpServletRequest http) {
        Caller caller = asking.account();
        UUID export = RandomId.of(id);
        Optional<UUID> last = Optional.ofNullable(after).map(RandomId::of);
        Visit visit = Visit.of(http);
        visit.closeAtEnd(bodies.enter()::close);
        Exports.Sending made = exports.parcel(caller, export, last);
        StreamingOutput sending = raw -> bodies.send(visit, raw, made.parcel()::writeTo);
        Response.ResponseBuilder answer = Response.ok(sending)
                .header(HttpHeaders.CONTENT_TYPE, TransferResource.PACKAGE)
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(Optional.of(export + ".p7m")));
        made.next()
                .ifPresent(next -> answer.header(
                        HttpHeaders.LINK, "</api/v1/exports/" + export + "/package?after=" + next + ">; rel=\"next\""));
        return answer.build();
    }
}
