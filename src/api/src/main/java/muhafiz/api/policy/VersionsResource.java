package muhafiz.api.policy;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Shape;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.amendment.Approving;
import muhafiz.service.amendment.Drafting;
import muhafiz.service.amendment.Publication;
import muhafiz.service.amendment.Simulation;
import muhafiz.service.caller.Caller;
import muhafiz.service.policy.HeldVersion;
import muhafiz.service.policy.PolicyInForce;

/** Versions of the policy: listed for anyone, drafted, simulated, approved and published by those whom the policy names. */
@Path("/api/v1/policy/versions")
@Produces(MediaType.APPLICATION_JSON)
public class VersionsResource {
    /** RFC 9512. */
    static final String YAML = "application/yaml";

    /** Bytes; more than ten times the shipped policy. */
    private static final int LONGEST = 1_000_000;

    private final PolicyInForce policies;
    private final Drafting drafting;
    private final Simulation simulation;
    private final Approving approving;
    private final Publication publication;

    @Inject
    public VersionsResource(
            PolicyInForce policies,
            Drafting drafting,
            Simulation simulation,
            Approving approving,
            Publication publication) {
        this.policies = policies;
        this.drafting = drafting;
        this.simulation = simulation;
        this.approving = approving;
        this.publication = publication;
    }

    @SuppressWarnings("NullAway")
    public VersionsResource() { // for RESTEasy
        this(null, null, null, null, null);
    }

    /** Those that are, were or will be in force. */
    @GET
    public PolicyVersions versions() {
        return new PolicyVersions(policies.versions());
    }

    @POST
    @Consumes(YAML)
    public Response draft(@BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        KeptDraft kept = new KeptDraft(drafting.keep(caller, bytes(body)));
        return Response.status(Response.Status.CREATED).entity(kept).build();
    }

    private static byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new RefusedException(
                    Refusal.TOO_LARGE,
                    "a policy has at most " + LONGEST + " bytes",
                    Map.of("limit", Integer.toString(LONGEST)));
        }
        if (bytes.length == 0) {
            throw new RefusedException(Refusal.EMPTY_BODY, "a policy is needed");
        }
        return bytes;
    }

    @POST
    @Path("{version}/simulation")
    public SimulatedVersion simulate(@PathParam("version") String version, @BeanParam Asking asking) {
        return new SimulatedVersion(simulation.run(asking.account(), VersionNumber.of(version)));
    }

    @POST
    @Path("{version}/approvals")
    @Consumes(MediaType.APPLICATION_JSON)
    public Approved approve(@PathParam("version") String version, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("sha256"));
        return new Approved(approving.approve(caller, VersionNumber.of(version), form.text("sha256")));
    }

    @POST
    @Path("{version}/publication")
    @Consumes(MediaType.APPLICATION_JSON)
    public Published publish(@PathParam("version") String version, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("inForceFrom"));
        return new Published(publication.publish(caller, VersionNumber.of(version), form.date("inForceFrom")));
    }

    /** Who has approved for which role, and which roles are still to. */
    record Approved(Approving.Standing standing) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("version", standing.version())
                    .add("sha256", standing.sha256())
                    .add("approved", Shape.texts(standing.approved()))
                    .add("missing", Shape.texts(standing.missing()))
                    .build();
        }
    }

    /** The version as it is listed from now on. */
    record Published(HeldVersion version) implements Shape {
        @Override
        public JsonObject json() {
            return PolicyVersions.version(version);
        }
    }
}
