package muhafiz.api.reading;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.Shape;
import muhafiz.service.reading.Described;
import muhafiz.service.reading.Reading;

/** What is known of a document. */
@Path("/api/v1/documents/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class DocumentResource {
    private final Reading reading;

    @Inject
    public DocumentResource(Reading reading) {
        this.reading = reading;
    }

    @SuppressWarnings("NullAway")
    public DocumentResource() { // for RESTEasy
        this(null);
    }

    @GET
    public Shape describe(@PathParam("id") String id, @BeanParam Asking asking, @BeanParam Stated stated) {
        Described described = reading.describe(asking.account(), RandomId.of(id), stated.why());
        return described instanceof Described.Whole whole
                ? new DescribedDocument(whole.view())
                : new ShownValidity((Described.ValidityOnly) described);
    }
}
