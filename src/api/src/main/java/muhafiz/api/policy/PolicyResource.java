package muhafiz.api.policy;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import muhafiz.api.json.Shape;
import muhafiz.domain.policy.NewUse;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.PolicyDiff;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.policy.HeldVersion;
import muhafiz.service.policy.PolicyInForce;
import org.jspecify.annotations.Nullable;

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
        return new PublishedPolicy(inForceNow());
    }

    /**
     * What changed between two versions that stand.
     *
     * @param from where none is named, the version that {@code to} supersedes
     * @param to where none is named, the one in force
     */
    @GET
    @Path("diff")
    public ShownDiff diff(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        Policy after = to == null ? inForceNow().policy() : standing(to);
        Policy before = from == null ? before(after) : standing(from);
        return new ShownDiff(before, after);
    }

    private HeldVersion inForceNow() {
        return policies.versions().stream()
                .filter(HeldVersion::isInForce)
                .findFirst()
                .orElseThrow();
    }

    private Policy before(Policy after) {
        return after.meta().supersedes().flatMap(policies::version).orElse(after);
    }

    private Policy standing(String version) {
        int number = VersionNumber.of(version);
        return policies.versions().stream()
                .map(HeldVersion::policy)
                .filter(policy -> policy.version() == number)
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "no such version was published"));
    }

    /** Entries that differ, and purposes that are new to what was collected before. */
    record ShownDiff(Policy before, Policy after) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("from", before.version())
                    .add("to", after.version())
                    .add("changes", ShownChange.all(PolicyDiff.between(before, after)))
                    .add(
                            "newUses",
                            Shape.list(NewUse.between(before, after).stream()
                                    .map(KeptDraft.Used::new)
                                    .toList()))
                    .build();
        }
    }
}
