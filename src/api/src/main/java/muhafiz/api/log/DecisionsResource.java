package muhafiz.api.log;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Shape;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.audit.LogDecision;
import muhafiz.service.audit.LogDecisions;
import muhafiz.service.caller.Caller;

/** What the data-protection officer lets others see of the log. */
@Path("/log/decisions")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionsResource {
    private final LogDecisions decisions;

    @Inject
    public DecisionsResource(LogDecisions decisions) {
        this.decisions = decisions;
    }

    @SuppressWarnings("NullAway")
    public DecisionsResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(@BeanParam Asking asking, @BeanParam Stated stated, InputStream body) throws IOException {
        Caller caller = asking.account();
        LogDecision decision =
                decision(JsonBody.read(body, Set.of("subject", "actor", "from", "to", "names", "reason", "until")));
        UUID id = decisions.decide(caller, decision, stated.why());
        return Response.status(Response.Status.CREATED)
                .entity(new Made(id, decision.until()))
                .build();
    }

    private static LogDecision decision(Members form) {
        Instant from = moment(form, "from");
        Instant to = moment(form, "to");
        try {
            LogDecision.Scope scope = new LogDecision.Scope(
                    form.maybeText("subject").map(RandomId::of), form.maybeText("actor"), from, to);
            return new LogDecision(scope, form.claims("names"), form.text("reason"), moment(form, "until"));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private static Instant moment(Members form, String name) {
        return Moments.read(name, form.text(name));
    }

    /** The decision, to be stated by whoever reads. */
    record Made(UUID id, Instant until) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("id", id.toString())
                    .add("until", until.toString())
                    .build();
        }
    }
}
