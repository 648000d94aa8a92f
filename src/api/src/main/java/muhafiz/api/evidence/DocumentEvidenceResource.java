package muhafiz.api.evidence;

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
import muhafiz.service.evidence.EvidenceReading;

/** The evidence record of one document. */
@Path("/api/v1/documents/{id}/evidence")
@Produces(MediaType.APPLICATION_OCTET_STREAM)
public class DocumentEvidenceResource {
    private final EvidenceReading evidence;

    @Inject
    public DocumentEvidenceResource(EvidenceReading evidence) {
        this.evidence = evidence;
    }

    @SuppressWarnings("NullAway")
    public DocumentEvidenceResource() { // for RESTEasy
        this(null);
    }

    @GET
    public byte[] record(@PathParam("id") String id, @BeanParam Asking asking, @BeanParam Stated stated) {
        return evidence.ofDocument(asking.account(), RandomId.of(id), stated.why());
    }
}
