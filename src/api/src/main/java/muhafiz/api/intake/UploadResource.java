package muhafiz.api.intake;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import muhafiz.api.access.Asking;
import muhafiz.api.body.Bodies;
import muhafiz.service.caller.Caller;
import muhafiz.service.intake.Intake;
import muhafiz.service.intake.Received;
import muhafiz.service.intake.Upload;

/** Documents of an application, on their way in: the bytes themselves, or a form with one part {@code file}. */
@Path("/api/v1/applications/{number}/documents")
@Produces(MediaType.APPLICATION_JSON)
public class UploadResource {
    private final Intake intake;
    private final Bodies bodies;

    @Inject
    public UploadResource(Intake intake, Bodies bodies) {
        this.intake = intake;
        this.bodies = bodies;
    }

    @SuppressWarnings("NullAway")
    public UploadResource() { // for RESTEasy
        this(null, null);
    }

    /** The body is the document; its type is found out from its bytes, whatever the head says. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response raw(
            @PathParam("number") String number,
            @BeanParam Asking asking,
            @BeanParam PaperForm paper,
            @BeanParam UploadForm form,
            InputStream body)
            throws IOException {
        Caller caller = asking.accountOrOwnerOf(number);
        try (InputStream paced = bodies.in(body)) {
            Upload upload = new Upload(
                    paper.kind(),
                    paper.replaces(),
                    form.length(),
                    form.sha256(),
                    form.idempotencyKey(),
                    Optional.empty(),
                    paced);
            return answer(intake.receive(caller, number, upload));
        }
    }

    /** One part named {@code file} holds the document; parsed as it comes, never kept in a file. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response form(
            @PathParam("number") String number,
            @BeanParam Asking asking,
            @BeanParam PaperForm paper,
            @BeanParam UploadForm form,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            InputStream body)
            throws IOException {
        Caller caller = asking.accountOrOwnerOf(number);
        FilePart.refuseDigestOfWhole(form);
        try (InputStream paced = bodies.in(body)) {
            FilePart file = FilePart.in(contentType, paced);
            Upload upload = new Upload(
                    paper.kind(),
                    paper.replaces(),
                    file.length(),
                    file.sha256(),
                    form.idempotencyKey(),
                    file.name(),
                    file.body());
            return answer(intake.receive(caller, number, upload));
        }
    }

    private static Response answer(Received received) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/documents/" + received.id())
                .entity(new ReceivedView(received))
                .build();
    }
}
