package muhafiz.api.notice;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Paging;
import muhafiz.api.json.Shape;
import muhafiz.domain.notice.NoticeState;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.notice.Delivery;
import muhafiz.service.notice.NoticeQuestion;
import org.jspecify.annotations.Nullable;

/** The outbox of notices. */
@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
public class OutboxResource {
    private final Delivery delivery;

    @Inject
    public OutboxResource(Delivery delivery) {
        this.delivery = delivery;
    }

    @SuppressWarnings("NullAway")
    public OutboxResource() { // for RESTEasy
        this(null);
    }

    @GET
    public ShownNotices list(
            @BeanParam Asking asking,
            @BeanParam Paging paging,
            @QueryParam("application") @Nullable String application,
            @QueryParam("state") @Nullable String state) {
        Caller caller = asking.account();
        NoticeQuestion question = new NoticeQuestion(
                Optional.ofNullable(application),
                Optional.ofNullable(state).map(code -> state("state", code)).orElse(NoticeState.QUEUED),
                paging.after(),
                paging.limit());
        return new ShownNotices(delivery.page(caller, question));
    }

    /** Said by whoever sent it, tried to, or showed it. */
    @POST
    @Path("{id}/sent")
    @Consumes(MediaType.APPLICATION_JSON)
    public Now came(@PathParam("id") String id, @BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("outcome", "reason"));
        Delivery.Outcome outcome =
                new Delivery.Outcome(state("outcome", form.text("outcome")), form.maybeText("reason"));
        return new Now(delivery.came(caller, RandomId.of(id), outcome));
    }

    private static NoticeState state(String member, String code) {
        return NoticeState.of(code)
                .orElseThrow(() -> new RefusedException(
                        Refusal.MALFORMED,
                        member + " is one of queued, sent, failed, shown",
                        Map.of("member", member)));
    }

    /** The state that it has now. */
    record Now(NoticeState state) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder().add("state", state.code()).build();
        }
    }
}
