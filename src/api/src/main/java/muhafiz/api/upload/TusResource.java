package muhafiz.api.upload;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import muhafiz.api.access.Asking;
import muhafiz.api.body.Bodies;
import muhafiz.api.http.RandomId;
import muhafiz.api.intake.PaperForm;
import muhafiz.service.caller.Caller;
import muhafiz.service.upload.Append;
import muhafiz.service.upload.UploadProgress;
import muhafiz.service.upload.UploadWish;
import muhafiz.service.upload.Uploads;

/** Uploads that go on where they broke off (tus 1.0). */
@Tus
@Path("/api/v1/uploads")
public class TusResource {
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    /** RFC 9110 §5.6.7. */
    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Uploads uploads;
    private final Bodies bodies;

    @Inject
    public TusResource(Uploads uploads, Bodies bodies) {
        this.uploads = uploads;
        this.bodies = bodies;
    }

    @SuppressWarnings("NullAway")
    public TusResource() { // for RESTEasy
        this(null, null);
    }

    /** Extension <em>creation</em>: nothing but the head is read. */
    @POST
    public Response begin(
            @BeanParam Asking asking, @BeanParam TusForm tus, @BeanParam PaperForm paper, @BeanParam WishForm wish) {
        String number = tus.application();
        Caller caller = asking.accountOrOwnerOf(number);
        tus.requireVersion();
        UploadProgress begun = uploads.begin(
                caller,
                number,
                new UploadWish(paper.kind(), paper.replaces(), wish.length(), wish.fileName(), wish.metadata()));
        return told(Response.status(Response.Status.CREATED), begun)
                .header(HttpHeaders.LOCATION, location(begun.id(), number))
                .build();
    }

    private static String location(UUID id, String number) {
        return UriBuilder.fromPath("/api/v1/uploads/{id}")
                .queryParam("application", "{number}")
                .build(id, number)
                .toString();
    }

    /** How far it is. */
    @HEAD
    @Path("{id}")
    public Response look(@PathParam("id") String id, @BeanParam Asking asking, @BeanParam TusForm tus) {
        String number = tus.application();
        Caller caller = asking.accountOrOwnerOf(number);
        tus.requireVersion();
        UploadProgress standing = uploads.look(caller, number, RandomId.of(id));
        ResponseBuilder answer = told(Response.ok(), standing).header(LENGTH, standing.length());
        return (standing.metadata().isEmpty() ? answer : answer.header("Upload-Metadata", standing.metadata())).build();
    }

    /** More of it, from where it broke off. */
    @PATCH
    @Path("{id}")
    @Consumes("application/offset+octet-stream")
    public Response append(
            @PathParam("id") String id,
            @BeanParam Asking asking,
            @BeanParam TusForm tus,
            @BeanParam MoreForm form,
            InputStream body)
            throws IOException {
        String number = tus.application();
        Caller caller = asking.accountOrOwnerOf(number);
        tus.requireVersion();
        try (InputStream paced = bodies.in(body)) {
            Append more = new Append(form.offset(), form.length(), form.checksum(), paced);
            return told(Response.noContent(), uploads.append(caller, number, RandomId.of(id), more))
                    .build();
        }
    }

    /** Extension <em>termination</em>. */
    @DELETE
    @Path("{id}")
    public Response end(@PathParam("id") String id, @BeanParam Asking asking, @BeanParam TusForm tus) {
        String number = tus.application();
        Caller caller = asking.accountOrOwnerOf(number);
        tus.requireVersion();
        uploads.end(caller, number, RandomId.of(id));
        return Response.noContent().build();
    }

    /** Where it is, when it ends (extension <em>expiration</em>), and once it is filed, as what. */
    private static ResponseBuilder told(ResponseBuilder answer, UploadProgress progress) {
        answer.header(OFFSET, progress.received())
                .header("Upload-Expires", IMF_FIXDATE.format(progress.until()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        progress.document()
                .ifPresent(document ->
                        answer.header(HttpHeaders.LINK, "</api/v1/documents/" + document + ">; rel=\"item\""));
        return answer;
    }
}
