package muhafiz.api.reading;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.domain.document.Validity;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.reading.CertificateValidity;

/** Whether a certificate is valid, as a medical officer says. */
@Path("/api/v1/documents/{id}/validity")
@Produces(MediaType.APPLICATION_JSON)
public class ValidityResource {
    private final CertificateValidity certificates;

    @Inject
    public ValidityResource(CertificateValidity certificates) {
        this.certificates = certificates;
    }

    @SuppressWarnings("NullAway")
    public ValidityResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void state(@PathParam("id") String id, @BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        Validity validity = validity(JsonBody.read(body, Set.of("valid", "until")));
        certificates.state(caller, RandomId.of(id), validity);
    }

    private static Validity validity(Members form) {
        try {
            return new Validity(form.claims("valid"), form.maybeDate("until"));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.MALFORMED, String.valueOf(e.getMessage()), Map.of("member", "until"));
        }
    }
}
