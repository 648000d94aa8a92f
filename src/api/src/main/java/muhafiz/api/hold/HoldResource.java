package muhafiz.api.hold;

import jakarta.inject.Inject;
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
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Paging;
import muhafiz.service.caller.Caller;
import muhafiz.service.hold.HoldQuestion;
import muhafiz.service.hold.HoldView;
import muhafiz.service.hold.Holds;
import muhafiz.service.hold.NewHold;
import org.jspecify.annotations.Nullable;

/** Legal holds. */
@Path("/api/v1/holds")
@Produces(MediaType.APPLICATION_JSON)
public class HoldResource {
    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    private final Holds holds;

    @Inject
    public HoldResource(Holds holds) {
        this.holds = holds;
    }

    @SuppressWarnings("NullAway")
    public HoldResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response place(@BeanParam Asking asking, @BeanParam Stated stated, InputStream body) throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("documents", "application", "authority", "ground", "reviewOn"));
        HoldView placed = holds.place(caller, hold(form), stated.why());
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/holds/" + placed.id())
                .entity(new ShownHold(placed))
                .build();
    }

    private static NewHold hold(Members form) {
        Set<UUID> documents = new TreeSet<>();
        form.listOfTexts("documents").forEach(id -> documents.add(RandomId.of(id)));
        NewHold.Scope scope = new NewHold.Scope(documents, form.maybeText("application"));
        return new NewHold(scope, form.text("authority"), form.text("ground"), form.date("reviewOn"));
    }

    @GET
    public ShownHolds list(
            @BeanParam Asking asking,
            @BeanParam Stated stated,
            @BeanParam Paging paging,
            @QueryParam("state") @Nullable String state,
            @QueryParam("reviewBy") @Nullable String reviewBy) {
        Caller caller = asking.account();
        HoldQuestion question = new HoldQuestion(
                Optional.ofNullable(state).orElse(""),
                Optional.ofNullable(reviewBy)
                        .map(text -> Members.day("reviewBy", text))
                        .orElse(ANY_DAY),
                paging.after(),
                paging.limit());
        return new ShownHolds(holds.list(caller, question, stated.why()), paging.limit());
    }

    @POST
    @Path("{id}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownHold review(
            @PathParam("id") String id, @BeanParam Asking asking, @BeanParam Stated stated, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        LocalDate reviewOn = JsonBody.read(body, Set.of("reviewOn")).date("reviewOn");
        return new ShownHold(holds.review(caller, RandomId.of(id), reviewOn, stated.why()));
    }

    /** The first person asks, a second releases. */
    @POST
    @Path("{id}/release")
    public ShownHold release(@PathParam("id") String id, @BeanParam Asking asking, @BeanParam Stated stated) {
        return new ShownHold(holds.release(asking.account(), RandomId.of(id), stated.why()));
    }
}
