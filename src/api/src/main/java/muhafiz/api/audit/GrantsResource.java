package muhafiz.api.audit;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Shape;
import muhafiz.domain.policy.Action;
import muhafiz.domain.policy.Condition;
import muhafiz.domain.policy.Grant;
import muhafiz.service.audit.GrantRegister;
import muhafiz.service.audit.GrantReview;
import muhafiz.service.audit.Grants;
import muhafiz.service.caller.Caller;

/** Who may what, and that somebody looked it through. */
@Path("/api/v1/grants")
@Produces(MediaType.APPLICATION_JSON)
public class GrantsResource {
    private final Grants grants;

    @Inject
    public GrantsResource(Grants grants) {
        this.grants = grants;
    }

    @SuppressWarnings("NullAway")
    public GrantsResource() { // for RESTEasy
        this(null);
    }

    @GET
    public Register list(@BeanParam Asking asking, @BeanParam Stated stated) {
        return new Register(grants.register(asking.account(), stated.why()));
    }

    @POST
    @Path("/reviews")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response review(@BeanParam Asking asking, @BeanParam Stated stated, InputStream body) throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("digest", "findings"));
        String digest = form.text("digest");
        Optional<String> findings = form.maybeText("findings");
        return Response.status(Response.Status.CREATED)
                .entity(new Signed(grants.review(caller, digest, findings, stated.why())))
                .build();
    }

    /** That it was reviewed. */
    record Signed(GrantReview review) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("id", review.id().toString())
                    .add("reviewedAt", review.reviewedAt().toString())
                    .build();
        }
    }

    /** The whole register: an office has hundreds of accounts, not more. */
    record Register(GrantRegister register) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("policyVersion", register.policyVersion())
                    .add("policySha256", register.policySha256())
                    .add("inForceFrom", register.decided().inForceFrom().toString())
                    .add(
                            "approvals",
                            Shape.list(register.decided().approvals().stream()
                                    .map(Approved::new)
                                    .toList()))
                    .add("digest", register.digest())
                    .add("lastReview", Shape.text(register.lastReview()))
                    .add(
                            "items",
                            Shape.list(
                                    register.holders().stream().map(Item::new).toList()))
                    .build();
        }
    }

    private record Approved(GrantRegister.Approval approval) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("role", approval.role())
                    .add("account", approval.account())
                    .add("at", approval.at().toString())
                    .build();
        }
    }

    private record Item(GrantRegister.Holder holder) implements Shape {
        @Override
        public JsonObject json() {
            JsonObjectBuilder json = JSON.createObjectBuilder()
                    .add("account", holder.identity().account())
                    .add("role", holder.identity().role())
                    .add("unit", holder.identity().unit())
                    .add("since", holder.since().toString())
                    .add("blockedSince", Shape.text(holder.identity().blockedAt()));
            return json.add(
                            "grants",
                            Shape.list(
                                    holder.grants().stream().map(Granted::new).toList()))
                    .build();
        }
    }

    private record Granted(Grant grant) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("rule", grant.id())
                    .add("classes", Shape.texts(classes(grant.scope())))
                    .add("kinds", Shape.texts(new TreeSet<>(grant.kinds())))
                    .add("purposes", Shape.texts(grant.purposes()))
                    .add(
                            "actions",
                            Shape.texts(sorted(
                                    grant.actions().stream().map(Action::word).toList())))
                    .add(
                            "when",
                            Shape.texts(sorted(
                                    grant.when().stream().map(Condition::word).toList())))
                    .build();
        }

        /** The policy's words for a set of classes, or the classes themselves. */
        private static Collection<String> classes(Grant.Scope scope) {
            return scope instanceof Grant.Scope.Classes listed
                    ? sorted(listed.classes())
                    : List.of(((Grant.Scope.Of) scope).set().name().toLowerCase(Locale.ROOT));
        }

        private static Collection<String> sorted(Collection<String> words) {
            return words.stream().sorted().collect(Collectors.toList());
        }
    }
}
