package muhafiz.api.casefile;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Shape;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseOpening;
import muhafiz.service.casefile.CaseViewing;
import muhafiz.service.casefile.ChecklistLine;
import muhafiz.service.casefile.Opened;

/** Applications: lodged, and looked at. */
@Path("/api/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationResource {
    private final CaseOpening opening;
    private final CaseViewing viewing;

    @Inject
    public ApplicationResource(CaseOpening opening, CaseViewing viewing) {
        this.opening = opening;
        this.viewing = viewing;
    }

    @SuppressWarnings("NullAway")
    public ApplicationResource() { // for RESTEasy
        this(null, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response lodge(@BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        Opened opened = opening.open(caller, ApplicationForm.read(JsonBody.read(body, ApplicationForm.MEMBERS)));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/applications/" + opened.number())
                .entity(new Lodged(opened))
                .build();
    }

    @GET
    @Path("{number}")
    public ApplicationView view(
            @PathParam("number") String number, @BeanParam Asking asking, @BeanParam Stated stated) {
        Caller caller = asking.accountOrOwnerOf(number);
        return new ApplicationView(viewing.view(caller, number, stated.why()));
    }

    /** What whoever lodged an application takes home; the code is shown this once. */
    record Lodged(Opened opened) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("number", opened.number())
                    .add("accessCode", opened.accessCode())
                    .add("decideBy", Shape.text(opened.decideBy()))
                    .add(
                            "checklist",
                            Shape.list(
                                    opened.checklist().stream().map(Line::new).toList()))
                    .add("warnings", Shape.texts(opened.warnings()))
                    .build();
        }
    }

    /** A line of the checklist. */
    record Line(ChecklistLine line) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("kind", line.kind())
                    .add("required", line.required())
                    .add("state", line.state())
                    .add("reasons", Shape.texts(line.reasons()))
                    .build();
        }
    }
}
