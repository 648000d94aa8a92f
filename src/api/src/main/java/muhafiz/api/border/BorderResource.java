package muhafiz.api.border;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import java.util.List;
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Shape;
import muhafiz.service.search.BorderFields;
import muhafiz.service.search.BorderQueries;
import muhafiz.service.search.BorderQuery;

/** Hit or no hit, then the least of a hit. */
@Path("/api/v1/border/queries")
@Produces(MediaType.APPLICATION_JSON)
public class BorderResource {
    private final BorderQueries queries;

    @Inject
    public BorderResource(BorderQueries queries) {
        this.queries = queries;
    }

    @SuppressWarnings("NullAway")
    public BorderResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@BeanParam Asking asking, @BeanParam Stated stated, InputStream body) throws IOException {
        Members form = JsonBody.read(body, Set.of("documentNumber", "checkpoint", "reason"));
        BorderQuery query = new BorderQuery(form.text("documentNumber"), form.text("checkpoint"), form.text("reason"));
        BorderQueries.Answer answer = queries.ask(asking.account(), query, stated.why());
        return Response.status(Response.Status.CREATED).entity(new Told(answer)).build();
    }

    @GET
    @Path("{id}/fields")
    public Fields fields(@BeanParam Asking asking, @PathParam("id") String id, @BeanParam Stated stated) {
        return new Fields(queries.fields(asking.account(), RandomId.of(id), stated.why()));
    }

    private record Told(BorderQueries.Answer answer) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("id", answer.id().toString())
                    .add("hit", answer.hit())
                    .build();
        }
    }

    /** Each measure by itself. */
    record Fields(List<BorderFields> hits) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("items", Shape.list(hits.stream().map(Line::new).toList()))
                    .build();
        }
    }

    private record Line(BorderFields hit) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("class", hit.recordClass())
                    .add("unit", hit.unit())
                    .add("since", hit.since().toString())
                    .add("person", Shape.texts(hit.person()))
                    .build();
        }
    }
}
