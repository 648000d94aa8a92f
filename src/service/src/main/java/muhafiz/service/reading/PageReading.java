package muhafiz.service.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.crypto.UnavailableException;
import muhafiz.inspect.DocumentInspector;
import muhafiz.inspect.Drawing;
import muhafiz.inspect.PageWords;
import muhafiz.inspect.SandboxBusyException;
import muhafiz.inspect.page.PageWish;
import muhafiz.paper.page.ShownPage;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Why;
import muhafiz.service.keys.ForgottenException;

/**
 * Shows a page of a document as a picture, or the words on it: a reading of its content, decided and logged as such before the sandbox sees
 * a byte. Drawn anew each time; nothing of it is kept.
 */
@ApplicationScoped
public class PageReading {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'");
    private static final String NO_SUCH_PAGE = "no-such-page";

    private final Reading reading;
    private final StillHeld held;
    private final DocumentInspector inspector;
    private final InstantSource clock;

    @Inject
    PageReading(Reading reading, StillHeld held, DocumentInspector inspector, InstantSource clock) {
        this.reading = reading;
        this.held = held;
        this.inspector = inspector;
        this.clock = clock;
    }

    /** How large, by the longer edge in pixels. */
    public enum Size {
        /** A4 at about 100 dpi: eight point text can be read, and a page goes out in a quarter of a megabyte. */
        PREVIEW(1_200, ""),
        /** One of many on a screen. */
        THUMB(240, "-thumb");

        private final int edge;
        private final String suffix;

        Size(int edge, String suffix) {
            this.edge = edge;
            this.suffix = suffix;
        }
    }

    /**
     * A page under the reader's mark. The array belongs to the record's holder.
     *
     * @param pages of the document, as it claims
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Picture(byte[] png, int pages) {}

    /**
     * Draws the page. Blocks for as long as the sandbox draws.
     *
     * @throws RefusedException as the contract orders the answers; {@code not-found} where there is no such page, {@code not-drawable} with
     *     the reason
     * @throws UnavailableException {@code sandbox-busy}
     */
    public Picture draw(Caller caller, UUID document, Wish wish, Why why) {
        try (ReadingRoom.Sheets sheets = reading.openSheets(caller, document, why, wish.part())) {
            Drawing drawing = asked(
                    sheets,
                    wish.page(),
                    plaintext -> inspector.draw(
                            sheets.caseFile(),
                            new PageWish(wish.page(), wish.size().edge),
                            sheets.content().length(),
                            plaintext));
            if (drawing instanceof Drawing.Made made) {
                byte[] png = new ShownPage(made.width(), made.height(), made.rgb()).markedPng(mark(caller));
                return new Picture(png, made.pages());
            }
            throw refused(((Drawing.None) drawing).code());
        }
    }

    /** @param page from 1; anything less is a page that is not there */
    public record Wish(int page, Size size) {
        private String part() {
            return "page-" + page + size.suffix;
        }
    }

    /** A word and its place, in fractions of the page as it is seen, from the upper left: as a redaction takes them. */
    public record Word(String text, double x, double y, double width, double height) {}

    /** What is written on a page; nothing on one that is a picture. */
    public record Words(int pages, List<Word> words) {
        public Words {
            words = List.copyOf(words);
        }
    }

    /** Finds the words of a page. As {@link #draw}. */
    public Words words(Caller caller, UUID document, int page, Why why) {
        try (ReadingRoom.Sheets sheets = reading.openSheets(caller, document, why, "page-" + page + "-words")) {
            PageWords found = asked(
                    sheets,
                    page,
                    plaintext -> inspector.words(
                            sheets.caseFile(), page, sheets.content().length(), plaintext));
            if (found instanceof PageWords.Found words) {
                return new Words(
                        words.pages(),
                        words.words().stream()
                                .map(word -> new Word(word.text(), word.x(), word.y(), word.width(), word.height()))
                                .toList());
            }
            throw refused(((PageWords.None) found).code());
        }
    }

    private interface Asking<T> {
        T of(InputStream plaintext) throws IOException;
    }

    /** What the sandbox says, unless the document was destroyed meanwhile. */
    private <T> T asked(ReadingRoom.Sheets sheets, int page, Asking<T> asking) {
        if (page < 1) {
            throw refused(NO_SUCH_PAGE);
        }
        try (InputStream plaintext = sheets.content().stream()) {
            T said = asking.of(plaintext);
            if (!held.isHeld(sheets.leaf())) {
                throw new ForgottenException();
            }
            return said;
        } catch (SandboxBusyException e) {
            throw new UnavailableException("sandbox-busy", e.retryAfter(), e);
        } catch (IOException e) {
            throw new UnavailableException("document-not-readable-now", SOON, e);
        }
    }

    private static RefusedException refused(String code) {
        return code.equals(NO_SUCH_PAGE)
                ? new RefusedException(Refusal.NOT_FOUND, "there is no such page")
                : Reading.notDrawable(code);
    }

    private String mark(Caller caller) {
        String now = TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
        return Stream.of(caller.user(), caller.unit(), now)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("  "));
    }
}
