package muhafiz.service.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import muhafiz.domain.letter.LetterKind;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.casefile.CaseOpening;
import muhafiz.service.casefile.LetterActs;
import muhafiz.service.casefile.NewCase;
import muhafiz.service.casefile.NewParty;
import muhafiz.service.casefile.Opened;
import muhafiz.service.intake.Intake;
import muhafiz.service.intake.Received;
import muhafiz.service.intake.Upload;
import muhafiz.service.letter.ReceivedLetter.Left;

/** Takes in letters: an e-mail as it came, or what somebody wrote in a form. Acknowledged once all of it is durable. */
@ApplicationScoped
public class Letters {
    private static final String SERVICE = "LETTER";
    private static final String UNIT = "HQ";
    private static final String DOCUMENT = "letter";
    private static final String EMAIL = "email";
    private static final int LONGEST_FIELD = 500;

    /** Why an attachment stays inside the original: it is no document here, or one of these very bytes lies there already. */
    private static final Set<Refusal> LEFT_INSIDE =
            Set.of(Refusal.TYPE_NOT_ACCEPTED, Refusal.DUPLICATE, Refusal.TOO_LARGE, Refusal.EMPTY_BODY);

    /** Where an interrupted one goes on, what lies there already. */
    private static final Set<Refusal> AGAIN = Set.of(Refusal.DUPLICATE);

    private final CaseOpening opening;
    private final Intake intake;

    @Inject
    Letters(CaseOpening opening, Intake intake) {
        this.opening = opening;
        this.intake = intake;
    }

    /**
     * Takes in an e-mail: its original whole, then its body and attachments as documents of their own.
     *
     * @param message RFC 5322, at most {@link MailReader#LONGEST} bytes
     * @throws RefusedException {@code malformed}, {@code not-allowed}, and what an upload is refused with
     * @throws IOException never, of bytes in memory
     */
    public ReceivedLetter mail(Caller caller, LetterKind kind, byte[] message) throws IOException {
        Mail mail = MailReader.read(message);
        Opened file = open(caller, kind, mail);
        List<Received> documents = new ArrayList<>();
        List<Left> left = fill(caller, file.number(), message, mail, documents);
        return new ReceivedLetter(file, isAnswerable(mail), documents, left);
    }

    /** Opens the file of an e-mail, in the caller's transaction where there is one. @throws RefusedException as {@link #mail} */
    public Opened open(Caller caller, LetterKind kind, Mail mail) {
        Map<String, String> writer = new TreeMap<>();
        mail.head().from().ifPresent(from -> writer.put("email", from));
        JsonObject form = form(kind, mail.head().subject(), isAnswerable(mail));
        return opening.open(caller, newCase(EMAIL, Optional.empty(), form, writer));
    }

    private static boolean isAnswerable(Mail mail) {
        return !mail.head().isAutomatic() && mail.head().from().isPresent();
    }

    /**
     * Puts what of an e-mail is not there yet into its file, one document after the other; may be repeated after a crash.
     *
     * @throws RefusedException as {@link #mail}
     * @throws IOException never, of bytes in memory
     */
    public void complete(Caller caller, String number, byte[] message, Mail mail) throws IOException {
        fill(caller, number, message, mail, new ArrayList<>());
    }

    /** @return what stays inside the original */
    private List<Left> fill(Caller caller, String number, byte[] message, Mail mail, List<Received> documents)
            throws IOException {
        List<byte[]> own = new ArrayList<>(List.of(message));
        if (!mail.text().isBlank()) {
            own.add(mail.text().getBytes(StandardCharsets.UTF_8));
        }
        for (byte[] bytes : own) {
            take(caller, number, new Mail.Attachment(Optional.empty(), bytes), AGAIN, documents);
        }
        List<Left> left = new ArrayList<>();
        for (int i = 0; i < mail.attachments().size(); i++) {
            int place = i + 1;
            take(caller, number, mail.attachments().get(i), LEFT_INSIDE, documents)
                    .ifPresent(why -> left.add(new Left(place, why.code())));
        }
        return left;
    }

    /** @return which of the refusals that are borne with it met */
    private Optional<Refusal> take(
            Caller caller, String number, Mail.Attachment one, Set<Refusal> borne, List<Received> documents)
            throws IOException {
        try {
            documents.add(take(caller, number, one.bytes(), one.fileName()));
            return Optional.empty();
        } catch (RefusedException refused) {
            if (!borne.contains(refused.refusal())) {
                throw refused;
            }
            return Optional.of(refused.refusal());
        }
    }

    /** Takes in what was written in a form. Attachments follow as documents of its number. @throws RefusedException as {@link #mail} */
    public ReceivedLetter written(Caller caller, NewLetter letter) throws IOException {
        JsonObject form = form(letter.kind(), letter.subject(), true);
        Opened file = opening.open(caller, newCase(letter.channel(), letter.language(), form, letter.writer()));
        byte[] text = letter.text().getBytes(StandardCharsets.UTF_8);
        Received document = take(caller, file.number(), text, Optional.empty());
        return new ReceivedLetter(file, true, List.of(document), List.of());
    }

    private Received take(Caller caller, String number, byte[] bytes, Optional<String> name) throws IOException {
        return intake.receive(caller, number, upload(bytes, name));
    }

    static Upload upload(byte[] bytes, Optional<String> name) {
        return new Upload(
                DOCUMENT,
                Optional.empty(),
                OptionalLong.of(bytes.length),
                Optional.empty(),
                Optional.empty(),
                name,
                new ByteArrayInputStream(bytes));
    }

    private static JsonObject form(LetterKind kind, Optional<String> subject, boolean isAnswerable) {
        JsonObjectBuilder form =
                Json.createObjectBuilder().add("kind", kind.code()).add(LetterActs.ANSWERABLE, isAnswerable);
        subject.map(text -> text.substring(0, Math.min(text.length(), LONGEST_FIELD)))
                .ifPresent(text -> form.add("subject", text));
        return form.build();
    }

    private static NewCase newCase(
            String channel, Optional<String> language, JsonObject form, Map<String, String> writer) {
        return new NewCase(
                Optional.of(SERVICE),
                Optional.empty(),
                UNIT,
                channel,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                language,
                Optional.empty(),
                Optional.empty(),
                Optional.of(form),
                List.of(new NewParty("applicant", writer)));
    }
}
