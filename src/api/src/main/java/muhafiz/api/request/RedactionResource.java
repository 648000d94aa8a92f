package muhafiz.api.request;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Shape;
import muhafiz.service.caller.Caller;
import muhafiz.service.request.Redactions;

/** Documents of an answer, drawn anew without what is another's. */
@Path("/api/v1/requests/{number}/redactions")
public class RedactionResource {
    private final Redactions redactions;

    @Inject
    public RedactionResource(Redactions redactions) {
        this.redactions = redactions;
    }

    @SuppressWarnings("NullAway")
    public RedactionResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response redact(@PathParam("number") String number, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("document", "marks", "words", "ground"));
        form.oneOf("ground", Set.of("RG-OTHERS"));
        List<Redactions.Area> areas = form.objects("marks", Set.of("page", "x", "y", "width", "height")).stream()
                .map(RedactionResource::area)
                .toList();
        Redactions.Wish wish =
                new Redactions.Wish(RandomId.of(form.text("document")), areas, form.listOfTexts("words"));
        return Response.status(Response.Status.CREATED)
                .entity(new Shown(redactions.redact(caller, number, wish)))
                .build();
    }

    private static Redactions.Area area(Members area) {
        return new Redactions.Area(
                area.count("page"),
                area.fraction("x"),
                area.fraction("y"),
                area.fraction("width"),
                area.fraction("height"));
    }

    private record Shown(Redactions.Kept kept) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("id", kept.id().toString())
                    .add("document", kept.document().toString())
                    .add("ground", kept.ground())
                    .add("pages", kept.pages())
                    .add("marks", kept.marks())
                    .add("sha256", kept.sha256())
                    .build();
        }
    }
}
