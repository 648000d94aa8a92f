package muhafiz.api.custody;

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
import muhafiz.service.destruction.CertificateDesk;

/** Certificates of destruction, as outsiders can check them. */
@Path("/api/v1/destructions/{id}/certificate")
@Produces(MediaType.APPLICATION_JSON)
public class CertificateResource {
    private final CertificateDesk desk;

    @Inject
    public CertificateResource(CertificateDesk desk) {
        this.desk = desk;
    }

    @SuppressWarnings("NullAway")
    public CertificateResource() { // for RESTEasy
        this(null);
    }

    @GET
    public String certificate(@BeanParam Asking asking, @BeanParam Stated stated, @PathParam("id") String id) {
        return desk.certificate(asking.account(), RandomId.of(id), stated.why());
    }
}
