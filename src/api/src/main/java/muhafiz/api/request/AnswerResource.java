package muhafiz.api.request;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.Optional;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.body.Bodies;
import muhafiz.api.http.Attachment;
import muhafiz.api.visit.Visit;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.request.AnswerPackage;
import muhafiz.service.request.Answers;

/** What a request is answered with. */
@Path("/api/v1/requests/{number}/answer")
public class AnswerResource {
    private static final String ZIP = "application/zip";

    private final Answers answers;
    private final Bodies bodies;

    @Inject
    public AnswerResource(Answers answers, Bodies bodies) {
        this.answers = answers;
        this.bodies = bodies;
    }

    @SuppressWarnings("NullAway")
    public AnswerResource() { // for RESTEasy
        this(null, null);
    }

    @GET
    @Produces({ZIP, MediaType.APPLICATION_JSON})
    public Response answer(
            @PathParam("number") String number,
            @BeanParam Asking asking,
            @BeanParam Stated stated,
            @DefaultValue("false") @QueryParam("encrypted") String encrypted,
            @Context HttpServletRequest http) {
        boolean isEncrypted = isEncrypted(encrypted);
        Visit visit = Visit.of(http);
        visit.closeAtEnd(bodies.enter()::close);
        AnswerPackage answer = answers.answer(asking.account(), number, stated.why());
        String passphrase = isEncrypted ? AnswerPackage.freshPassphrase() : "";
        StreamingOutput sending = raw ->
                bodies.send(visit, raw, isEncrypted ? out -> answer.writeLocked(out, passphrase) : answer::writeTo);
        return Response.ok(sending)
                .header("Passphrase", isEncrypted ? passphrase : null)
                .header(HttpHeaders.CONTENT_TYPE, ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(Optional.of(answer.fileName())))
                .build();
    }

    /** Nobody who asked for a locked one gets an open one because of how they wrote it. */
    private static boolean isEncrypted(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new RefusedException(
                        Refusal.MALFORMED, "encrypted is true or false", Map.of("member", "encrypted"));
        };
    }
}
