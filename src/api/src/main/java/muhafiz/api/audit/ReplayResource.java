package muhafiz.api.audit;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.Shape;
import muhafiz.service.audit.Replay;
import muhafiz.service.audit.Replays;
import org.jspecify.annotations.Nullable;

/** A past decision, decided again. */
@Path("/api/v1/decisions/{entry}/replay")
@Produces(MediaType.APPLICATION_JSON)
public class ReplayResource {
    /** No entry has it. */
    private static final long NOWHERE = -1;

    private final Replays replays;

    @Inject
    public ReplayResource(Replays replays) {
        this.replays = replays;
    }

    @SuppressWarnings("NullAway")
    public ReplayResource() { // for RESTEasy
        this(null);
    }

    @GET
    public Shown replay(
            @BeanParam Asking asking,
            @BeanParam Stated stated,
            @PathParam("entry") String entry,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("decision") @Nullable String decision) {
        long place = entry.matches("[0-9]{1,18}") ? Long.parseLong(entry) : NOWHERE;
        Replays.Which which = new Replays.Which(place, id(subject), id(decision));
        return new Shown(replays.of(asking.account(), which, stated.why()));
    }

    private static Optional<UUID> id(@Nullable String text) {
        return Optional.ofNullable(text).map(RandomId::of);
    }

    /** Both answers side by side. */
    record Shown(Replay replay) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("entry", replay.entry())
                    .add("policyVersion", replay.policyVersion())
                    .add("question", replay.question())
                    .add("recorded", answer(replay.recorded()))
                    .add("replayed", answer(replay.replayed()))
                    .add("same", replay.isSame())
                    .build();
        }

        private static JsonObject answer(Replay.Answer answer) {
            return JSON.createObjectBuilder()
                    .add("outcome", answer.outcome())
                    .add("rule", answer.rule())
                    .build();
        }
    }
}
