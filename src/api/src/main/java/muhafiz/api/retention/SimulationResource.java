package muhafiz.api.retention;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.json.Members;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.retention.Simulation;
import org.jspecify.annotations.Nullable;

/** What would be due on a day; nothing changes. */
@Path("/api/v1/dispositions")
@Produces(MediaType.APPLICATION_JSON)
public class SimulationResource {
    private final Simulation simulation;

    @Inject
    public SimulationResource(Simulation simulation) {
        this.simulation = simulation;
    }

    @SuppressWarnings("NullAway")
    public SimulationResource() { // for RESTEasy
        this(null);
    }

    @GET
    public ShownSimulation asOf(
            @BeanParam Asking asking, @BeanParam Stated stated, @QueryParam("asOf") @Nullable String asOf) {
        Caller caller = asking.account();
        LocalDate day = Optional.ofNullable(asOf)
                .map(text -> Members.day("asOf", text))
                .orElseThrow(() ->
                        new RefusedException(Refusal.MALFORMED, "asOf, a day, is needed", Map.of("member", "asOf")));
        return new ShownSimulation(simulation.asOf(caller, day, stated.why()));
    }
}
