package muhafiz.api.review;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import muhafiz.api.access.Asking;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.domain.document.ReviewReason;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.review.Classification;
import muhafiz.service.review.Originals;
import muhafiz.service.review.Reviews;
import org.jspecify.annotations.Nullable;

/** A document accepted or refused, its original shown, its kind or case another. */
@Path("/api/v1/documents/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewResource {
    private static final String ACCEPTED = "accepted";
    private static final String CERTIFIED = "certified";

    private final Reviews reviews;
    private final Originals originals;
    private final Classification classification;

    @Inject
    public ReviewResource(Reviews reviews, Originals originals, Classification classification) {
        this.reviews = reviews;
        this.originals = originals;
        this.classification = classification;
    }

    @SuppressWarnings("NullAway")
    public ReviewResource() { // for RESTEasy
        this(null, null, null);
    }

    @POST
    @Path("/review")
    @Consumes(MediaType.APPLICATION_JSON)
    public void review(@PathParam("id") String id, @BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("state", "reasons"));
        boolean isAccepted = form.oneOf("state", Set.of(ACCEPTED, "refused")).equals(ACCEPTED);
        Set<ReviewReason> reasons = reasons(form);
        Reviews.Verdict verdict = formed("reasons", () -> new Reviews.Verdict(isAccepted, reasons));
        reviews.say(caller, RandomId.of(id), verdict);
    }

    private static Set<ReviewReason> reasons(Members form) {
        Set<ReviewReason> reasons = new TreeSet<>();
        for (String code : form.listOfTexts("reasons")) {
            reasons.add(ReviewReason.of(code).orElseThrow(ReviewResource::noReason));
        }
        return reasons;
    }

    private static RefusedException noReason() {
        String known =
                Arrays.stream(ReviewReason.values()).map(ReviewReason::code).collect(Collectors.joining(", "));
        return new RefusedException(Refusal.MALFORMED, "the reasons are " + known, Map.of("member", "reasons"));
    }

    @POST
    @Path("/originals")
    @Consumes(MediaType.APPLICATION_JSON)
    public void original(@PathParam("id") String id, @BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("state", "place"));
        boolean isCertified = form.oneOf("state", Set.of("pending", CERTIFIED)).equals(CERTIFIED);
        String place = form.text("place");
        formed("place", () -> {
            originals.say(caller, RandomId.of(id), isCertified, place);
            return place;
        });
    }

    @POST
    @Path("/classification")
    @Consumes(MediaType.APPLICATION_JSON)
    public void classify(
            @PathParam("id") String id,
            @QueryParam("purpose") @Nullable String purpose,
            @BeanParam Asking asking,
            InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("kind", "application", "reason"));
        Classification.Wanted wanted = formed(
                "reason",
                () -> new Classification.Wanted(form.text("kind"), form.maybeText("application"), form.text("reason")));
        classification.say(caller, RandomId.of(id), wanted, new Why(Optional.ofNullable(purpose), Optional.empty()));
    }

    private static <T> T formed(String member, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.MALFORMED, String.valueOf(e.getMessage()), Map.of("member", member));
        }
    }
}
