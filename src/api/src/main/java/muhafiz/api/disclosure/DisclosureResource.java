package muhafiz.api.disclosure;

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
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.body.Bodies;
import muhafiz.api.http.Attachment;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Paging;
import muhafiz.api.visit.Visit;
import muhafiz.service.caller.Caller;
import muhafiz.service.disclosure.DisclosurePackage;
import muhafiz.service.disclosure.DisclosureView;
import muhafiz.service.disclosure.Disclosures;
import muhafiz.service.disclosure.NewDisclosure;
import org.jspecify.annotations.Nullable;

/** What is given to others. */
@Path("/api/v1/disclosures")
@Produces(MediaType.APPLICATION_JSON)
public class DisclosureResource {
    private static final String PACKAGE = "application/pkcs7-mime; smime-type=authEnveloped-data";

    private final Disclosures disclosures;
    private final Bodies bodies;

    @Inject
    public DisclosureResource(Disclosures disclosures, Bodies bodies) {
        this.disclosures = disclosures;
        this.bodies = bodies;
    }

    @SuppressWarnings("NullAway")
    public DisclosureResource() { // for RESTEasy
        this(null, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response propose(@BeanParam Asking asking, @BeanParam Stated stated, InputStream body) throws IOException {
        Caller caller = asking.account();
        DisclosureView made = disclosures.propose(caller, DisclosureForm.read(body), stated.why());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/disclosures/" + made.id())
                .entity(new ShownDisclosure(made))
                .build();
    }

    @GET
    public ShownDisclosures list(
            @BeanParam Asking asking,
            @BeanParam Stated stated,
            @BeanParam Paging paging,
            @QueryParam("reviewBy") @Nullable String reviewBy) {
        Caller caller = asking.account();
        Optional<LocalDate> day = Optional.ofNullable(reviewBy).map(text -> Members.day("reviewBy", text));
        Disclosures.Page page = new Disclosures.Page(paging.after(), paging.limit());
        return new ShownDisclosures(disclosures.list(caller, day, page, stated.why()), paging.limit());
    }

    @GET
    @Path("{id}")
    public ShownDisclosure view(@PathParam("id") String id, @BeanParam Asking asking, @BeanParam Stated stated) {
        return new ShownDisclosure(disclosures.view(asking.account(), RandomId.of(id), stated.why()));
    }

    @POST
    @Path("{id}/approvals")
    public ShownDisclosure approve(@PathParam("id") String id, @BeanParam Asking asking, @BeanParam Stated stated) {
        return new ShownDisclosure(disclosures.approve(asking.account(), RandomId.of(id), stated.why()));
    }

    @POST
    @Path("{id}/secrecy")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownDisclosure keepSecret(
            @PathParam("id") String id, @BeanParam Asking asking, @BeanParam Stated stated, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        NewDisclosure.Hidden why = DisclosureForm.hidden(JsonBody.read(body, Set.of("ground", "reviewOn")));
        return new ShownDisclosure(disclosures.keepSecret(caller, RandomId.of(id), why, stated.why()));
    }

    @POST
    @Path("{id}/recall")
    public ShownDisclosure recall(@PathParam("id") String id, @BeanParam Asking asking, @BeanParam Stated stated) {
        return new ShownDisclosure(disclosures.recall(asking.account(), RandomId.of(id), stated.why()));
    }

    @GET
    @Path("{id}/package")
    @Produces({"application/pkcs7-mime", MediaType.APPLICATION_JSON})
    public Response parcel(
            @PathParam("id") String id,
            @BeanParam Asking asking,
            @BeanParam Stated stated,
            @Context HttpServletRequest http) {
        Caller caller = asking.account();
        UUID disclosure = RandomId.of(id);
        Visit visit = Visit.of(http);
        visit.closeAtEnd(bodies.enter()::close);
        DisclosurePackage made = disclosures.parcel(caller, disclosure, stated.why());
        StreamingOutput sending = raw -> bodies.send(visit, raw, made::writeTo);
        return Response.ok(sending)
                .header(HttpHeaders.CONTENT_TYPE, PACKAGE)
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(Optional.of(disclosure + ".p7m")))
                .build();
    }
}
