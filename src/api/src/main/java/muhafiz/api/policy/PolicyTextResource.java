package muhafiz.api.policy;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import muhafiz.domain.policy.text.PolicyText;
import muhafiz.service.policy.PolicyInForce;
import org.jspecify.annotations.Nullable;

/** The policy that is obeyed as people read it, for whoever asks for text or a page; JSON is the first choice. */
@Path("/api/v1/policy")
public class PolicyTextResource {
    private static final String PLAIN = "text/plain;charset=UTF-8";
    private static final String PAGE = "text/html;charset=UTF-8";

    private final PolicyInForce policies;

    @Inject
    public PolicyTextResource(PolicyInForce policies) {
        this.policies = policies;
    }

    @SuppressWarnings("NullAway")
    public PolicyTextResource() { // for RESTEasy
        this(null);
    }

    @GET
    @Produces(PLAIN + ";qs=0.8")
    public Response text(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return told(wanted, PLAIN, PolicyText::plain);
    }

    @GET
    @Produces(PAGE + ";qs=0.7")
    public Response page(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return told(wanted, PAGE, PolicyPage::of);
    }

    private Response told(@Nullable String wanted, String type, Function<PolicyText, String> form) {
        String language = Language.of(Optional.ofNullable(wanted));
        PolicyText text = PolicyText.of(policies.policy(), muhafiz.domain.policy.text.Language.of(language));
        return Response.ok(form.apply(text), type)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .header("Content-Security-Policy", "default-src 'none'")
                .build();
    }
}
