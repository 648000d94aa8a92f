package muhafiz.api.retention;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import muhafiz.api.access.Asking;
import muhafiz.service.retention.RetentionPlan;

/** Every class with its rule, and the share of periods that wait for a legal decision. */
@Path("/api/v1/retention-plan")
@Produces(MediaType.APPLICATION_JSON)
public class PlanResource {
    private final RetentionPlan plan;

    @Inject
    public PlanResource(RetentionPlan plan) {
        this.plan = plan;
    }

    @SuppressWarnings("NullAway")
    public PlanResource() { // for RESTEasy
        this(null);
    }

    @GET
    public ShownPlan plan(@BeanParam Asking asking) {
        return new ShownPlan(plan.shownTo(asking.account()));
    }
}
