package muhafiz.api.letter;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muhafiz.api.access.Asking;
import muhafiz.api.access.Stated;
import muhafiz.api.body.Bodies;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.domain.letter.LetterKind;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.letter.Answering;
import muhafiz.service.letter.Letters;
import muhafiz.service.letter.MailReader;
import muhafiz.service.letter.NewLetter;
import muhafiz.service.letter.ReceivedLetter;
import org.jspecify.annotations.Nullable;

/** Letters to the service. */
@Path("/api/v1/letters")
@Produces(MediaType.APPLICATION_JSON)
public class LetterResource {
    private static final Set<String> MEMBERS = Set.of("kind", "channel", "subject", "text", "language", "from");

    private final Letters letters;
    private final Answering answering;
    private final Bodies bodies;

    @Inject
    public LetterResource(Letters letters, Answering answering, Bodies bodies) {
        this.letters = letters;
        this.answering = answering;
        this.bodies = bodies;
    }

    @SuppressWarnings("NullAway")
    public LetterResource() { // for RESTEasy
        this(null, null, null);
    }

    /** An e-mail as it came; what kind of letter it is somebody may say. */
    @POST
    @Consumes("message/rfc822")
    public Response mail(@QueryParam("kind") @Nullable String kind, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        LetterKind known = Optional.ofNullable(kind).map(LetterResource::kind).orElse(LetterKind.APPLICATION);
        try (InputStream paced = bodies.in(body)) {
            byte[] message = paced.readNBytes(MailReader.LONGEST + 1);
            if (message.length > MailReader.LONGEST) {
                throw new RefusedException(
                        Refusal.TOO_LARGE,
                        "an e-mail has at most " + MailReader.LONGEST + " bytes",
                        Map.of("limit", Integer.toString(MailReader.LONGEST)));
            }
            return created(letters.mail(caller, known, message));
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response written(@QueryParam("kind") @Nullable String kind, @BeanParam Asking asking, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, MEMBERS);
        NewLetter letter = new NewLetter(
                kind(Optional.ofNullable(kind).or(() -> form.maybeText("kind")).orElse("")),
                form.maybeText("channel").orElse("web-form"),
                form.maybeText("subject"),
                form.text("text"),
                form.maybeText("language"),
                form.maybeMembers("from", NewLetter.FIELDS)
                        .map(from -> from.texts(NewLetter.FIELDS))
                        .orElse(Map.of()));
        return created(letters.written(caller, letter));
    }

    private static LetterKind kind(String code) {
        return LetterKind.of(code)
                .orElseThrow(() -> new RefusedException(
                        Refusal.MALFORMED,
                        "kind is application, proposal, complaint or request",
                        Map.of("member", "kind")));
    }

    private static Response created(ReceivedLetter letter) {
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/applications/" + letter.file().number())
                .entity(new ShownLetter(letter))
                .build();
    }

    /** Kept with the letter; whoever answers sends it to the contact that is told. */
    @POST
    @Path("{number}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownAnswer answer(
            @PathParam("number") String number, @BeanParam Asking asking, @BeanParam Stated stated, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        String text = JsonBody.read(body, Set.of("text")).text("text");
        return new ShownAnswer(answering.answer(caller, number, text, stated.why()));
    }

    @POST
    @Path("{number}/forwarding")
    @Consumes(MediaType.APPLICATION_JSON)
    public void forward(
            @PathParam("number") String number, @BeanParam Asking asking, @BeanParam Stated stated, InputStream body)
            throws IOException {
        Caller caller = asking.account();
        Members form = JsonBody.read(body, Set.of("unit", "reason"));
        answering.forward(caller, number, form.text("unit"), form.text("reason"), stated.why());
    }
}
