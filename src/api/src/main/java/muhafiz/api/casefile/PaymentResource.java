package muhafiz.api.casefile;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Shape;
import muhafiz.domain.casefile.Payment;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.intake.Payments;

/** Fees that were paid for an application. */
@Path("/api/v1/applications/{number}/payments")
@Produces(MediaType.APPLICATION_JSON)
public class PaymentResource {
    private static final Set<String> MEMBERS = Set.of("amount", "currency", "term", "paidAt", "via", "reference");

    private final Payments payments;

    @Inject
    public PaymentResource(Payments payments) {
        this.payments = payments;
    }

    @SuppressWarnings("NullAway")
    public PaymentResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response pay(@PathParam("number") String number, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Payments.Taken taken = payments.take(caller, number, payment(JsonBody.read(body, MEMBERS)));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/documents/" + taken.document())
                .entity(new Paid(taken))
                .build();
    }

    private static Payment payment(Members form) {
        BigDecimal amount = form.maybeAmount("amount")
                .filter(one -> one.signum() > 0)
                .orElseThrow(() -> refused("amount", "must be more than nothing"));
        form.oneOf("currency", Set.of("AZN"));
        String reference = form.text("reference");
        if (!reference.matches("[A-Za-z0-9][A-Za-z0-9 ./-]{0,99}")) {
            throw refused("reference", "is 1 to 100 letters, digits, blanks, dots, slashes or dashes");
        }
        return new Payment(amount, form.maybePeriod("term"), moment(form.text("paidAt")), form.text("via"), reference);
    }

    private static Instant moment(String text) {
        try {
            Instant moment = Instant.parse(text).truncatedTo(ChronoUnit.SECONDS);
            if (!moment.isBefore(Instant.EPOCH)) {
                return moment;
            }
        } catch (DateTimeException e) {
            throw refused("paidAt", "must be a moment, such as 2026-01-31T08:00:00Z");
        }
        throw refused("paidAt", "must be a moment after 1970");
    }

    private static RefusedException refused(String name, String need) {
        return new RefusedException(Refusal.MALFORMED, name + " " + need, Map.of("member", name));
    }

    /** That it was taken in, and by when the application must be decided now. */
    private record Paid(Payments.Taken taken) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder()
                    .add("id", taken.document().toString())
                    .add("class", taken.recordClass())
                    .add("decideBy", Shape.text(taken.decideBy()))
                    .add("warnings", Shape.texts(taken.warnings()))
                    .build();
        }
    }
}
