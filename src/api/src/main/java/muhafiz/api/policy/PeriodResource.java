package muhafiz.api.policy;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Shape;
import muhafiz.service.amendment.PeriodConfirmation;
import muhafiz.service.caller.Caller;
import muhafiz.service.policy.ConfirmedPeriods.Confirmation;

/** Assumed periods, and who answers for them. */
@Path("/api/v1/policy/periods")
@Produces(MediaType.APPLICATION_JSON)
public class PeriodResource {
    private final PeriodConfirmation confirmation;

    @Inject
    public PeriodResource(PeriodConfirmation confirmation) {
        this.confirmation = confirmation;
    }

    @SuppressWarnings("NullAway")
    public PeriodResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Path("{rule}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Confirmed confirm(@PathParam("rule") String rule, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("policyVersion", "source"));
        return new Confirmed(confirmation.confirm(
                caller, new PeriodConfirmation.Wish(rule, form.count("policyVersion"), form.text("source"))));
    }

    /** From now on the rule may destroy. */
    record Confirmed(Confirmation made) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("rule", made.rule())
                    .add("policyVersion", made.version())
                    .add("source", made.source())
                    .add("confirmedAt", made.at().toString())
                    .build();
        }
    }
}
