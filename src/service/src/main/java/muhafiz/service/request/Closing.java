package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.request.RequestOutcome;
import muhafiz.domain.request.RequestState;
import muhafiz.domain.request.Right;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.destruction.Destruction;
import muhafiz.service.destruction.Target;
import muhafiz.service.request.RequestDesk.Changed;
import muhafiz.service.request.RequestDesk.Open;

/** The ends of a request besides its decision. In the caller's transaction. */
@ApplicationScoped
class Closing {
    private final Effects effects;
    private final Destruction destruction;
    private final InstantSource clock;

    @Inject
    Closing(Effects effects, Destruction destruction, InstantSource clock) {
        this.effects = effects;
        this.destruction = destruction;
        this.clock = clock;
    }

    /** What it stopped goes on where the person takes it back; where it is forwarded, it waits for its lifting. */
    Changed close(Caller caller, Open open, RequestOutcome outcome, Optional<String> note) {
        Instant now = now();
        if (outcome == RequestOutcome.WITHDRAWN) {
            effects.letGoOn(open.row(), caller.user());
        }
        JsonObjectBuilder decision =
                Json.createObjectBuilder().add("outcome", outcome.code()).add("at", now.toString());
        note.ifPresent(text -> decision.add("explanation", text));
        RequestRow row = open.row()
                .in(RequestState.CLOSED)
                .ended(new RequestRow.End(outcome, Optional.empty(), now, Optional.of(now)));
        return new Changed(
                row, Fields.with(open.text(), Fields.DECISION, decision.build()), Map.of("outcome", outcome.code()));
    }

    Changed deliver(Open open, String method, String by) {
        if (open.row().state() != RequestState.DECIDED) {
            throw new RefusedException(Refusal.REQUEST_DECIDED, "an answer is handed over once, after the decision");
        }
        Instant now = now();
        RequestRow.End end = open.row().end().orElseThrow();
        JsonObjectBuilder delivery = Json.createObjectBuilder()
                .add("method", method)
                .add("at", now.toString())
                .add("by", by);
        if (open.row().came().right() == Right.ERASE && end.outcome() == RequestOutcome.GRANTED) {
            destruction.order(
                    "request",
                    List.of(new Target(Target.Kind.REQUEST, open.row().id())));
        }
        RequestRow row = open.row()
                .in(RequestState.ANSWERED)
                .ended(new RequestRow.End(end.outcome(), end.ground(), end.at(), Optional.of(now)));
        return new Changed(
                row, Fields.with(open.text(), Fields.DELIVERY, delivery.build()), Map.of("what", "delivered"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
