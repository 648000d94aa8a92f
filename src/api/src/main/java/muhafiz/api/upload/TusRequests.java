package muhafiz.api.upload;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;
import muhafiz.domain.policy.DocumentKind;
import muhafiz.service.policy.PolicyInForce;

/** What tus wants before a method is looked for: what the server can do, and another method for clients that know only POST. */
@Provider
@PreMatching
public class TusRequests implements ContainerRequestFilter {
    private static final String UPLOADS = "/api/v1/uploads";
    private static final Set<String> OVERRIDING = Set.of(HttpMethod.PATCH, HttpMethod.DELETE, HttpMethod.HEAD);

    private final PolicyInForce policies;

    @Inject
    public TusRequests(PolicyInForce policies) {
        this.policies = policies;
    }

    @SuppressWarnings("NullAway")
    public TusRequests() { // for RESTEasy
        this(null);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (!path.equals(UPLOADS) && !path.startsWith(UPLOADS + "/")) {
            return;
        }
        if (request.getMethod().equals(HttpMethod.OPTIONS)) {
            request.abortWith(abilities());
        } else if (request.getMethod().equals(HttpMethod.POST)) {
            override(request);
        }
    }

    private static void override(ContainerRequestContext request) {
        String wanted = request.getHeaderString("X-HTTP-Method-Override");
        if (wanted != null && OVERRIDING.contains(wanted.toUpperCase(Locale.ROOT))) {
            request.setMethod(wanted.toUpperCase(Locale.ROOT));
        }
    }

    private Response abilities() {
        long largest = policies.policy().kinds().stream()
                .mapToLong(DocumentKind::maxBytes)
                .max()
                .orElse(0);
        return Response.noContent()
                .header(Tus.RESUMABLE, Tus.VERSION)
                .header(Tus.VERSIONS, Tus.VERSION)
                .header("Tus-Extension", "creation,checksum,termination,expiration")
                .header("Tus-Checksum-Algorithm", "sha1,sha256")
                .header("Tus-Max-Size", largest)
                .build();
    }
}
