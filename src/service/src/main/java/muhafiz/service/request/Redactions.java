package muhafiz.service.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.keys.LeafKey;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.request.Ground;
import muhafiz.inspect.DocumentInspector;
import muhafiz.inspect.Redaction;
import muhafiz.inspect.SandboxBusyException;
import muhafiz.inspect.redaction.Mark;
import muhafiz.inspect.redaction.Marks;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;

/** Draws documents anew without what is another's, so that an answer can hand them out. The originals stay as they are. */
@ApplicationScoped
public class Redactions {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final RedactionDesk desk;
    private final RedactionSeal seal;
    private final AnswerContents contents;
    private final DocumentInspector inspector;
    private final RequestDesk requests;

    @Inject
    Redactions(
            RedactionDesk desk,
            RedactionSeal seal,
            AnswerContents contents,
            DocumentInspector inspector,
            RequestDesk requests) {
        this.desk = desk;
        this.seal = seal;
        this.contents = contents;
        this.inspector = inspector;
        this.requests = requests;
    }

    /** What is to be taken off which document, because of the rights of others. */
    public record Wish(UUID document, List<Area> areas, List<String> words) {
        public Wish {
            areas = List.copyOf(areas);
            words = List.copyOf(words);
        }

        private Marks marks() {
            try {
                return new Marks(areas.stream().map(Area::mark).toList(), words);
            } catch (IllegalArgumentException e) {
                throw new RefusedException(
                        Refusal.MALFORMED,
                        "marks lie on their page, measured from 0 to 1, at most " + Marks.MOST_AREAS
                                + "; words have two letters or digits at least, at most " + Marks.MOST_WORDS
                                + "; one of either is needed",
                        Map.of("member", "marks"));
            }
        }
    }

    /** A rectangle on a page, from 1, as it is seen; in fractions of its width and height from the upper left. */
    public record Area(int page, double x, double y, double width, double height) {
        private Mark mark() {
            return new Mark(page, x, y, width, height);
        }
    }

    /**
     * What is kept of it now.
     *
     * @param marks areas and words that were taken off
     * @param sha256 of the new document, in hex
     */
    public record Kept(UUID id, UUID document, String ground, int pages, int marks, String sha256) {}

    /**
     * Draws the document for this request, in the place of what was drawn of it before. Blocks for as long as the sandbox draws.
     *
     * @throws RefusedException {@code malformed}, {@code not-allowed}, {@code not-found}, {@code request-decided}, {@code not-redactable} with the reason
     * @throws UnavailableException {@code sandbox-busy}
     */
    public Kept redact(Caller caller, String number, Wish wish) {
        Marks marks = wish.marks();
        try {
            RedactionDesk.Paper paper = desk.take(caller, number, wish.document());
            return keep(caller, number, paper, new Result(drawn(paper, marks), size(marks)));
        } catch (RefusedException refused) {
            requests.refused(
                    caller, new RequestDesk.Deed(RedactionDesk.ACTION, RedactionDesk.ACTION.word()), refused.refusal());
            throw refused;
        }
    }

    private record Result(Redaction.Made made, int marks) {}

    private Redaction.Made drawn(RedactionDesk.Paper paper, Marks marks) {
        UUID application = paper.document().caseId();
        try (AnswerContents.Opened opened = contents.open(paper.document().id());
                InputStream plaintext = opened.stream()) {
            Redaction redaction = inspector.redact(application, marks, opened.length(), plaintext);
            if (redaction instanceof Redaction.None none) {
                throw RedactionDesk.notRedactable(none.code(), "it cannot be drawn: " + none.code());
            }
            Redaction.Made made = (Redaction.Made) redaction;
            if (made.words() < marks.words().stream().distinct().count()) {
                throw RedactionDesk.notRedactable(
                        "words-not-found", made.words() + " of the words stand in its text; mark the rest as areas");
            }
            return made;
        } catch (SandboxBusyException e) {
            throw new UnavailableException("sandbox-busy", e.retryAfter(), e);
        } catch (IOException e) {
            throw new UnavailableException("document-not-readable-now", SOON, e);
        }
    }

    private Kept keep(Caller caller, String number, RedactionDesk.Paper paper, Result result) {
        UUID id = Randoms.id();
        UUID leaf = Randoms.id();
        String ground = new Ground.Others().id();
        try (LeafKey key = LeafKey.fresh()) {
            RedactionSeal.Sealed made = seal.seal(key, id, leaf, result.made(), result.marks());
            RedactionRows.Row row =
                    new RedactionRows.Row(id, paper.request(), paper.document().id(), ground, leaf, made.aboutSealed());
            desk.keep(caller, number, new RedactionDesk.Drawn(row, made, key));
            RedactionSeal.About about = made.about();
            return new Kept(id, row.document(), ground, about.pages(), about.marks(), about.sha256());
        }
    }

    private static int size(Marks marks) {
        return marks.areas().size() + marks.words().size();
    }
}
