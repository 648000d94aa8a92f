package muhafiz.api.choice;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.service.caller.Caller;
import muhafiz.service.choice.Choices;
import org.jspecify.annotations.Nullable;

/** Where form and document differ, and which of the two the applicant takes. */
@Path("/api/v1/documents/{id}/choice")
@Produces(MediaType.APPLICATION_JSON)
public class ChoiceResource {
    private static final String DOCUMENT = "document";

    private final Choices choices;

    @Inject
    public ChoiceResource(Choices choices) {
        this.choices = choices;
    }

    @SuppressWarnings("NullAway")
    public ChoiceResource() { // for RESTEasy
        this(null);
    }

    /** @param application the number to which the header {@code Access-Code} belongs, where there is one */
    @GET
    public Response look(
            @PathParam("id") String id,
            @QueryParam("application") @Nullable String application,
            @BeanParam Asking asking) {
        return Response.ok(new ShownChoices(choices.look(asked(id, application, asking)))
                        .json()
                        .toString())
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void choose(
            @PathParam("id") String id,
            @QueryParam("application") @Nullable String application,
            @BeanParam Asking asking,
            InputStream body)
            throws IOException {
        Choices.Asked asked = asked(id, application, asking);
        Members form = JsonBody.read(body, Set.of("field", "take"));
        boolean takesDocument = form.oneOf("take", Set.of("form", DOCUMENT)).equals(DOCUMENT);
        choices.choose(asked, form.text("field"), takesDocument);
    }

    private static Choices.Asked asked(String id, @Nullable String application, Asking asking) {
        Caller caller = application == null ? asking.account() : asking.accountOrOwnerOf(application);
        return new Choices.Asked(caller, RandomId.of(id), Optional.ofNullable(application));
    }
}
