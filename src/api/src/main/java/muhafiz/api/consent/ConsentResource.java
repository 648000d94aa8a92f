package muhafiz.api.consent;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import muhafiz.api.access.Asking;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.api.json.Shape;
import muhafiz.domain.consent.Consent;
import muhafiz.domain.notice.NoticeTexts;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.consent.Consents;
import muhafiz.service.consent.NewConsent;

/** Consents: given with all their parts, and withdrawn. */
@Path("/api/v1/consents")
@Produces(MediaType.APPLICATION_JSON)
public class ConsentResource {
    private static final Set<String> MEMBERS = Set.of(
            "subject",
            "operator",
            "purpose",
            "data",
            "operations",
            "validUntil",
            "withdrawal",
            "onExpiry",
            "email",
            "language");
    private static final Set<String> SUBJECT =
            Set.of("surname", "givenNames", "birthDate", "nationality", "documentNumber", "pin", "name");

    private final Consents consents;

    @Inject
    public ConsentResource(Consents consents) {
        this.consents = consents;
    }

    @SuppressWarnings("NullAway")
    public ConsentResource() { // for RESTEasy
        this(null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response give(@BeanParam Asking asking, InputStream body) throws IOException {
        Caller caller = asking.account();
        UUID id = consents.give(caller, consent(JsonBody.read(body, MEMBERS)));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/consents/" + id)
                .entity(new Given(id))
                .build();
    }

    private static NewConsent consent(Members form) {
        try {
            Map<String, String> subject = form.maybeMembers("subject", SUBJECT)
                    .map(person -> person.texts(SUBJECT))
                    .orElse(Map.of());
            Consent consent = new Consent(
                    subject,
                    form.text("operator"),
                    form.text("purpose"),
                    new Consent.Scope(form.listOfTexts("data"), form.listOfTexts("operations")),
                    new Consent.Terms(form.maybeDate("validUntil"), form.text("withdrawal")),
                    form.text("onExpiry"));
            String language = form.maybeText("language").orElse("");
            return new NewConsent(consent, form.maybeText("email"), NoticeTexts.language(language));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    /** At once, and for good. */
    @POST
    @Path("{id}/withdrawal")
    public void withdraw(@PathParam("id") String id, @BeanParam Asking asking) {
        consents.withdraw(asking.account(), RandomId.of(id));
    }

    private record Given(UUID id) implements Shape {
        @Override
        public JsonObject json() {
            return JSON.createObjectBuilder().add("id", id.toString()).build();
        }
    }
}
