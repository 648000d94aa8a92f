package muhafiz.api.statistics;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.service.statistics.StatisticsTables;

/** A table as it could be released now. */
@Path("/api/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
public class StatisticsResource {
    private final StatisticsTables tables;

    @Inject
    public StatisticsResource(StatisticsTables tables) {
        this.tables = tables;
    }

    @SuppressWarnings("NullAway")
    public StatisticsResource() { // for RESTEasy
        this(null);
    }

    @GET
    public ShownTable look(@BeanParam Asking asking, @BeanParam Stated stated, @BeanParam TableForm form) {
        return new ShownTable(tables.look(asking.account(), form.question(), stated.why()));
    }
}
