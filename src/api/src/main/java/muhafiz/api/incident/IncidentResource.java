package muhafiz.api.incident;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.api.access.Asking;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Shape;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.incident.Incidents;
import muhafiz.service.incident.NewIncident;

/** What happened, and what the log tells of it. */
@Path("/api/v1/incidents")
@Produces(MediaType.APPLICATION_JSON)
public class IncidentResource {
    private static final Set<String> MEMBERS =
            Set.of("noticedAt", "from", "to", "documents", "cases", "subjects", "account", "description");

    private final Incidents incidents;

    @Inject
    public IncidentResource(Incidents incidents) {
        this.incidents = incidents;
    }

    @SuppressWarnings("NullAway")
    public IncidentResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@BeanParam Asking asking, InputStream body) throws IOException {
        Members form = JsonBody.read(body, MEMBERS);
        NewIncident incident = new NewIncident(
                moment(form, "noticedAt"),
                moment(form, "from"),
                moment(form, "to"),
                new NewIncident.Concerns(
                        ids(form, "documents"),
                        new TreeSet<>(form.listOfTexts("cases")),
                        ids(form, "subjects"),
                        form.maybeText("account")),
                form.maybeText("description"));
        UUID id = incidents.open(asking.account(), incident);
        return Response.status(Response.Status.CREATED)
                .entity("{\"id\":\"" + id + "\"}")
                .build();
    }

    @GET
    @Path("{id}")
    public Shown look(
            @PathParam("id") String id,
            @BeanParam Asking asking,
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") @DefaultValue("500") String limit) {
        return new Shown(
                incidents.look(asking.account(), RandomId.of(id), count("after", after), count("limit", limit)));
    }

    /** A report as it stands. */
    record Shown(JsonObject json) implements Shape {}

    private static Set<UUID> ids(Members form, String name) {
        return form.listOfTexts(name).stream().map(text -> id(name, text)).collect(Collectors.toSet());
    }

    private static UUID id(String name, String text) {
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw malformed(name, name + " lists ids");
        }
        return UUID.fromString(text);
    }

    private static int count(String name, String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw malformed(name, name + " must be a whole number");
        }
        return Integer.parseInt(text);
    }

    private static RefusedException malformed(String member, String detail) {
        return new RefusedException(Refusal.MALFORMED, detail, Map.of("member", member));
    }

    private static Instant moment(Members form, String name) {
        return Members.moment(name, form.text(name)).truncatedTo(ChronoUnit.SECONDS);
    }
}
