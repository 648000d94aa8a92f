package muhafiz.api.evidence;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.evidence.EvidenceReading;

/** The evidence record over the log's checkpoint of a day, and that checkpoint. */
@Path("/log/evidence/{date}")
public class DayEvidenceResource {
    private final EvidenceReading evidence;

    @Inject
    public DayEvidenceResource(EvidenceReading evidence) {
        this.evidence = evidence;
    }

    @SuppressWarnings("NullAway")
    public DayEvidenceResource() { // for RESTEasy
        this(null);
    }

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public byte[] record(@PathParam("date") String date, @BeanParam Asking asking, @BeanParam Stated stated) {
        Caller caller = asking.account();
        return evidence.ofDay(caller, day(date), stated.why());
    }

    @GET
    @Path("/checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    public byte[] checkpoint(@PathParam("date") String date, @BeanParam Asking asking, @BeanParam Stated stated) {
        Caller caller = asking.account();
        return evidence.checkpointOf(caller, day(date), stated.why());
    }

    private static LocalDate day(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new RefusedException(Refusal.MALFORMED, "a date is written as 2026-11-22");
        }
    }
}
