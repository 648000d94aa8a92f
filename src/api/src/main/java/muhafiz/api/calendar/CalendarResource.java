package muhafiz.api.calendar;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.domain.calendar.CalendarYear;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.calendar.CalendarLoading;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.MovedCases;
import org.jspecify.annotations.Nullable;

/** A year's days off: given by one person, confirmed by another, and what they moved. */
@Path("/api/v1/calendars/{year}")
@Produces(MediaType.APPLICATION_JSON)
public class CalendarResource {
    private static final UUID LEAST = new UUID(0, 0);

    private final CalendarLoading loading;
    private final MovedCases moved;

    @Inject
    public CalendarResource(CalendarLoading loading, MovedCases moved) {
        this.loading = loading;
        this.moved = moved;
    }

    @SuppressWarnings("NullAway")
    public CalendarResource() { // for RESTEasy
        this(null, null);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownYear give(@PathParam("year") String year, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("daysOff", "extraWorkingDays", "source"));
        CalendarYear given = year(number(year), form.dates("daysOff"), form.dates("extraWorkingDays"));
        loading.propose(caller, given, form.text("source"));
        return new ShownYear(given, "proposed");
    }

    @POST
    @Path("confirmation")
    public ShownYear confirm(@PathParam("year") String year, @BeanParam Asking asking) {
        return new ShownYear(loading.confirm(asking.account(), number(year)), "loaded");
    }

    /** By which days the cases must be decided that the year touched. */
    @GET
    @Path("moved")
    public ShownMoved moved(
            @PathParam("year") String year,
            @QueryParam("after") @Nullable String after,
            @BeanParam Asking asking,
            @BeanParam Stated stated) {
        return new ShownMoved(
                moved.page(asking.account(), number(year), stated.why(), after == null ? LEAST : RandomId.of(after)));
    }

    private static int number(String year) {
        if (!year.matches("20[0-9]{2}")) {
            throw new RefusedException(
                    Refusal.MALFORMED, "a year is a number from 2000 to 2099", Map.of("member", "year"));
        }
        return Integer.parseInt(year);
    }

    private static CalendarYear year(int year, List<LocalDate> daysOff, List<LocalDate> extra) {
        if (daysOff.stream().anyMatch(day -> day.getYear() != year)
                || extra.stream().anyMatch(day -> day.getYear() != year)) {
            throw new RefusedException(Refusal.CALENDAR_NOT_ACCEPTED, "every day lies in the year");
        }
        try {
            return CalendarYear.whole(year, days(daysOff), days(extra));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.CALENDAR_NOT_ACCEPTED, String.valueOf(e.getMessage()));
        }
    }

    private static Set<MonthDay> days(List<LocalDate> days) {
        return days.stream().map(MonthDay::from).collect(Collectors.toSet());
    }
}
