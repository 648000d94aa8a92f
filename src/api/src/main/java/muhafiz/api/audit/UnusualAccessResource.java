package muhafiz.api.audit;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.json.Shape;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.audit.UnusualAccess;
import muhafiz.service.audit.UnusualDay;
import muhafiz.service.caller.Caller;
import org.jspecify.annotations.Nullable;

/** Whose reading stands out. */
@Path("/api/v1/reports/unusual-access")
@Produces(MediaType.APPLICATION_JSON)
public class UnusualAccessResource {
    private final UnusualAccess unusual;

    @Inject
    public UnusualAccessResource(UnusualAccess unusual) {
        this.unusual = unusual;
    }

    @SuppressWarnings("NullAway")
    public UnusualAccessResource() { // for RESTEasy
        this(null);
    }

    @GET
    public Report report(
            @BeanParam Asking asking,
            @BeanParam Stated stated,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        Caller caller = asking.account();
        return new Report(unusual.between(caller, day("from", from), day("to", to), stated.why()));
    }

    private static LocalDate day(String name, @Nullable String text) {
        try {
            return LocalDate.parse(Optional.ofNullable(text).orElse(""));
        } catch (DateTimeException e) {
            throw new RefusedException(
                    Refusal.MALFORMED, name + " is a date, such as 2026-01-31", Map.of("member", name));
        }
    }

    /** The days that stand out. */
    record Report(List<UnusualDay> days) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("items", Shape.list(days.stream().map(Day::new).toList()))
                    .build();
        }
    }

    private record Day(UnusualDay unusual) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("day", unusual.day().day().toString())
                    .add("actor", unusual.actor())
                    .add("role", unusual.role())
                    .add("reads", unusual.day().reads())
                    .add("usual", unusual.usual())
                    .add("offHours", unusual.day().offHours())
                    .add("otherUnits", unusual.day().otherUnits())
                    .add(
                            "because",
                            Shape.texts(unusual.because().stream()
                                    .map(ground -> ground.name().toLowerCase(Locale.ROOT))
                                    .toList()))
                    .build();
        }
    }
}
