package muhafiz.api.emergency;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Shape;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.BreakGlass;
import muhafiz.service.casefile.BrokenGlass;
import muhafiz.service.casefile.Glass;
import muhafiz.service.casefile.GlassPage;
import org.jspecify.annotations.Nullable;

/** Breaks glass before a case, tells of it, and lets a second person confirm it. */
@Path("/api/v1/break-glass")
@Produces(MediaType.APPLICATION_JSON)
public class BreakGlassResource {
    private final BreakGlass glass;

    @Inject
    public BreakGlassResource(BreakGlass glass) {
        this.glass = glass;
    }

    @SuppressWarnings("NullAway")
    public BreakGlassResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response breakIt(@BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("application", "purpose", "reason"));
        String number = form.text("application");
        String purpose = form.text("purpose");
        Glass broken = glass.of(caller, number, purpose, form.text("reason"));
        return Response.status(Response.Status.CREATED)
                .entity(new Broken(broken))
                .build();
    }

    @POST
    @Path("/{id}/confirmation")
    public void confirm(@BeanParam Asking asking, @PathParam("id") String id) {
        glass.confirm(asking.account(), RandomId.of(id));
    }

    @GET
    public Page list(@BeanParam Asking asking, @BeanParam Stated stated, @QueryParam("after") @Nullable String after) {
        Optional<UUID> last = Optional.ofNullable(after).map(RandomId::of);
        return new Page(glass.list(asking.account(), last, stated.why()));
    }

    /** What whoever broke it learns. */
    record Broken(Glass glass) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("id", glass.id().toString())
                    .add("until", glass.until().toString())
                    .build();
        }
    }

    /** A page of the list. */
    record Page(GlassPage page) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add(
                            "items",
                            Shape.list(page.items().stream().map(Item::new).toList()))
                    .add(
                            "next",
                            page.next()
                                    .<JsonValue>map(id -> JSON.createValue(id.toString()))
                                    .orElse(JsonValue.NULL))
                    .build();
        }
    }

    private record Item(BrokenGlass told) implements Shape {
        @Override
        public JsonObject json() {
            Glass glass = told.glass();
            return JSON.createObjectBuilder()
                    .add("id", glass.id().toString())
                    .add("application", told.number())
                    .add("purpose", glass.purpose())
                    .add("reason", told.reason())
                    .add("role", glass.by().role())
                    .add("unit", glass.by().unit())
                    .add("brokenAt", glass.brokenAt().toString())
                    .add("until", glass.until().toString())
                    .add("state", told.state())
                    .build();
        }
    }
}
