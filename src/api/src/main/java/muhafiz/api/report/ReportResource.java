package muhafiz.api.report;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import muhafiz.api.access.Asking;
import muhafiz.api.json.Members;
import muhafiz.api.json.Shape;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.report.Reports;
import org.jspecify.annotations.Nullable;

/** What the data-protection officer reports. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {
    private final Reports reports;

    @Inject
    public ReportResource(Reports reports) {
        this.reports = reports;
    }

    @SuppressWarnings("NullAway")
    public ReportResource() { // for RESTEasy
        this(null);
    }

    @GET
    @Path("register-of-processing")
    public Shown register(@BeanParam Asking asking) {
        return shown(reports.register(asking.account()));
    }

    @GET
    @Path("reports/dpo")
    public Shown report(
            @BeanParam Asking asking,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return shown(reports.officers(
                asking.account(),
                Members.day("from", Optional.ofNullable(from).orElse("")),
                Members.day("to", Optional.ofNullable(to).orElse(""))));
    }

    private static Shown shown(Optional<JsonObject> report) {
        return report.map(Shown::new)
                .orElseThrow(() -> new RefusedException(Refusal.NOT_ALLOWED, "this role reports on no processing"));
    }

    /** A report as it stands. */
    record Shown(JsonObject json) implements Shape {}
}
