package muhafiz.api.casefile;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import muhafiz.api.access.Asking;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.domain.casefile.CaseEvent;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseEvents;

/** What happened to an application outside the archive: a decision became final, a permit ran out. */
@Path("/api/v1/applications/{number}/events")
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {
    private static final Pattern CARD = Pattern.compile("[A-Z0-9]{5,20}");

    private final CaseEvents events;

    @Inject
    public EventResource(CaseEvents events) {
        this.events = events;
    }

    @SuppressWarnings("NullAway")
    public EventResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void happened(@PathParam("number") String number, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("type", "outcome", "on", "card"));
        CaseEvent.Happening what =
                new CaseEvent.Happening(form.text("type"), form.maybeText("outcome"), form.date("on"));
        events.record(caller, number, what, card(form));
    }

    private static Optional<String> card(Members form) {
        Optional<String> card = form.maybeText("card");
        card.filter(number -> !CARD.matcher(number).matches()).ifPresent(none -> {
            throw new RefusedException(
                    Refusal.MALFORMED, "card has 5 to 20 capital letters and digits", Map.of("member", "card"));
        });
        return card;
    }
}
