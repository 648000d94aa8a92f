package muhafiz.api.log;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.service.audit.LogReading;
import muhafiz.service.caller.Caller;

/** The log's entries in their order, page by page; of each its public part, and what a decision lets the reader see. */
@Path("/log/entries")
@Produces(MediaType.APPLICATION_JSON)
public class EntriesResource {
    private final LogReading log;

    @Inject
    public EntriesResource(LogReading log) {
        this.log = log;
    }

    @SuppressWarnings("NullAway")
    public EntriesResource() { // for RESTEasy
        this(null);
    }

    @GET
    public EntriesPage entries(@BeanParam Asking asking, @BeanParam Stated stated, @Context UriInfo uri) {
        Caller caller = asking.account();
        return new EntriesPage(log.entries(caller, EntriesQuery.read(uri.getQueryParameters()), stated.why()));
    }
}
