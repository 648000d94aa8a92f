package muhafiz.api.disposition;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.http.Attachment;
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

    /** For whoever asks for it by name; anything goes is answered with the other. */
    @GET
    @Produces("application/pdf;qs=0.5")
    public Response printed(@BeanParam Asking asking, @BeanParam Stated stated, @PathParam("id") String id) {
        UUID disposition = RandomId.of(id);
        byte[] pdf = acts.printed(asking.account(), disposition, stated.why());
        return Response.ok(pdf, "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(Optional.of("act-" + disposition + ".pdf")))
                .build();
    }
}
