package muhafiz.api.technical;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.api.access.Asking;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Shape;
import muhafiz.domain.technical.Captured;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.technical.TechnicalData;

/** Technical data of the front doors. */
@Path("/api/v1/technical-data")
@Produces(MediaType.APPLICATION_JSON)
public class TechnicalResource {
    private static final String AT = "capturedAt";
    private static final Set<String> ITEM =
            Stream.concat(Stream.of(AT), Captured.FIELDS.stream()).collect(Collectors.toUnmodifiableSet());

    private final TechnicalData technical;

    @Inject
    public TechnicalResource(TechnicalData technical) {
        this.technical = technical;
    }

    @SuppressWarnings("NullAway")
    public TechnicalResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response take(@BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        List<Captured> items = JsonBody.read(body, Set.of("items")).objects("items", ITEM).stream()
                .map(TechnicalResource::captured)
                .toList();
        technical.take(caller, items);
        return Response.status(Response.Status.CREATED)
                .entity(new Taken(items.size()))
                .build();
    }

    private static Captured captured(Members item) {
        try {
            return new Captured(
                    Instant.parse(item.text(AT)).truncatedTo(ChronoUnit.SECONDS), item.texts(Captured.FIELDS));
        } catch (DateTimeException e) {
            throw new RefusedException(
                    Refusal.MALFORMED, AT + " is a moment, such as 2026-01-31T08:00:00Z", Map.of("member", AT));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private record Taken(int items) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder().add("received", items).build();
        }
    }
}
