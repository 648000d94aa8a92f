package muhafiz.api.reading;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.body.Bodies;
import muhafiz.api.http.RandomId;
import muhafiz.api.visit.Visit;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.reading.OpenedContent;
import muhafiz.service.reading.Reading;

/**
 * A document's bytes. Whatever comes back (all of it, a range, 304, 416, or the head alone), the reading was decided and logged first.
 * Content and place are closed when the call ends, however it ends.
 */
@Path("/api/v1/documents/{id}/content")
public class ContentResource {
    private final Reading reading;
    private final Bodies bodies;

    @Inject
    public ContentResource(Reading reading, Bodies bodies) {
        this.reading = reading;
        this.bodies = bodies;
    }

    @SuppressWarnings("NullAway")
    public ContentResource() { // for RESTEasy
        this(null, null);
    }

    @GET
    public Response read(
            @PathParam("id") String id,
            @BeanParam Asking asking,
            @BeanParam Stated stated,
            @BeanParam Conditions conditions,
            @Context HttpServletRequest http) {
        Visit.of(http).closeAtEnd(bodies.enter()::close);
        OpenedContent content = open(RandomId.of(id), asking.account(), stated.why(), http);
        return new ContentAnswer(content, conditions, Visit.of(http)).withBody(bodies);
    }

    @HEAD
    public Response head(
            @PathParam("id") String id,
            @BeanParam Asking asking,
            @BeanParam Stated stated,
            @BeanParam Conditions conditions,
            @Context HttpServletRequest http) {
        return new ContentAnswer(
                        open(RandomId.of(id), asking.account(), stated.why(), http), conditions, Visit.of(http))
                .headOnly();
    }

    private OpenedContent open(UUID id, Caller caller, Why why, HttpServletRequest http) {
        OpenedContent content = reading.open(caller, id, why);
        Visit.of(http).closeAtEnd(content::close);
        return content;
    }
}
