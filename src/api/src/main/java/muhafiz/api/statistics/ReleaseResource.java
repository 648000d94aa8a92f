package muhafiz.api.statistics;

import jakarta.inject.Inject;
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
import java.util.Optional;
import java.util.UUID;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Paging;
import muhafiz.service.caller.Caller;
import muhafiz.service.statistics.ReleasedTable;
import muhafiz.service.statistics.StatisticsTables;

/** Releases of the official table: drafted and published by the statistician, read by everybody. */
@Path("/api/v1/statistics/releases")
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseResource {
    private final StatisticsTables tables;

    @Inject
    public ReleaseResource(StatisticsTables tables) {
        this.tables = tables;
    }

    @SuppressWarnings("NullAway")
    public ReleaseResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response draft(@BeanParam Asking asking, @BeanParam Stated stated, InputStream body) throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, TableForm.MEMBERS);
        Optional<UUID> corrects = form.maybeText("corrects").map(RandomId::of);
        ReleasedTable table = tables.draft(caller, TableForm.of(form), corrects, stated.why());
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/statistics/releases/" + table.id().orElseThrow())
                .entity(new ShownTable(table))
                .build();
    }

    @GET
    public ShownReleases list(@BeanParam Paging paging) {
        return new ShownReleases(tables.publishedAfter(paging.after(), paging.limit()), paging.limit());
    }

    @GET
    @Path("{id}")
    public ShownTable view(@PathParam("id") String id) {
        return new ShownTable(tables.published(RandomId.of(id)));
    }

    @GET
    @Path("{id}")
    @Produces("text/csv;charset=utf-8;qs=0.5")
    public String lines(@PathParam("id") String id) {
        return CommaSeparated.of(tables.published(RandomId.of(id)));
    }

    @POST
    @Path("{id}/publication")
    public ShownTable publish(@PathParam("id") String id, @BeanParam Asking asking, @BeanParam Stated stated) {
        return new ShownTable(tables.publish(asking.account(), RandomId.of(id), stated.why()));
    }
}
