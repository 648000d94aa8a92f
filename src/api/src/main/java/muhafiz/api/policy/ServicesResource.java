package muhafiz.api.policy;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import muhafiz.service.policy.PolicyInForce;
import org.jspecify.annotations.Nullable;

/** What a person can ask the service for, in a language of theirs. */
@Path("/api/v1/services")
@Produces(MediaType.APPLICATION_JSON)
public class ServicesResource {
    private final PolicyInForce policies;

    @Inject
    public ServicesResource(PolicyInForce policies) {
        this.policies = policies;
    }

    @SuppressWarnings("NullAway")
    public ServicesResource() { // for RESTEasy
        this(null);
    }

    @GET
    public Response offered(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        String language = Language.of(Optional.ofNullable(wanted));
        return Response.ok(new OfferedServices(policies.policy(), language))
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
