package muhafiz.api.policy;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import muhafiz.service.policy.PolicyInForce;

/** The policy that is obeyed, for anyone: the published policy is the enforced policy. */
@Path("/api/v1/policy")
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource {
    private final PolicyInForce policies;

    @Inject
    public PolicyResource(PolicyInForce policies) {
        this.policies = policies;
    }

    @SuppressWarnings("NullAway")
    public PolicyResource() { // for RESTEasy
        this(null);
    }

    @GET
    public PublishedPolicy inForce() {
        return new PublishedPolicy(policies.policy());
    }

    /** The versions known; today the one in force. */
    @GET
    @Path("versions")
    public PolicyVersions versions() {
        return new PolicyVersions(policies.policy());
    }
}
