package muhafiz.api.disposition;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
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
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.disposition.Dispositions;
import muhafiz.service.disposition.Parcel;
import muhafiz.service.disposition.Transfers;

/** Handing over to the National Archive what was approved and is to be archived. */
@Path("/api/v1/dispositions")
public class TransferResource {
    /** RFC 8551 §3.2.1; the content is an AuthEnvelopedData. */
    static final String PACKAGE = "application/pkcs7-mime; smime-type=authEnveloped-data";

    private final Transfers transfers;
    private final Dispositions dispositions;
    private final Bodies bodies;

    @Inject
    public TransferResource(Transfers transfers, Dispositions dispositions, Bodies bodies) {
        this.transfers = transfers;
        this.dispositions = dispositions;
        this.bodies = bodies;
    }

    @SuppressWarnings("NullAway")
    public TransferResource() { // for RESTEasy
        this(null, null, null);
    }

    @POST
    @Path("{id}/transfer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({"application/pkcs7-mime", MediaType.APPLICATION_JSON})
    public Response transfer(
            @BeanParam Asking asking, @PathParam("id") String id, InputStream body, @Context HttpServletRequest http)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("certificate"));
        Visit visit = Visit.of(http);
        visit.closeAtEnd(bodies.enter()::close);
        Parcel parcel = transfers.parcel(caller, RandomId.of(id), form.text("certificate"));
        StreamingOutput sending = raw -> bodies.send(visit, raw, parcel::writeTo);
        return Response.ok(sending)
                .header(HttpHeaders.CONTENT_TYPE, PACKAGE)
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(Optional.of(RandomId.of(id) + ".p7m")))
                .build();
    }

    @POST
    @Path("{id}/receipt")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public ShownDisposition receipt(@BeanParam Asking asking, @PathParam("id") String id, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("sha256", "reference"));
        UUID disposition = RandomId.of(id);
        transfers.received(caller, disposition, receipt(form));
        return new ShownDisposition(dispositions.view(caller, disposition, Optional.empty(), PageLimit.USUAL));
    }

    private static Transfers.Receipt receipt(Members form) {
        String sha256 = form.text("sha256");
        String reference = form.text("reference");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new RefusedException(
                    Refusal.MALFORMED, "sha256 is a SHA-256 in lower-case hex", Map.of("member", "sha256"));
        }
        if (!reference.matches("[A-Za-z0-9][A-Za-z0-9 ./-]{0,99}")) {
            throw new RefusedException(
                    Refusal.MALFORMED,
                    "reference is 1 to 100 letters, digits, blanks, dots, slashes or dashes",
                    Map.of("member", "reference"));
        }
        return new Transfers.Receipt(sha256, reference);
    }
}
