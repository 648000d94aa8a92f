package muhafiz.sandbox.redaction;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import muhafiz.inspect.frame.Answer;
import muhafiz.inspect.redaction.Mark;
import muhafiz.inspect.redaction.Marks;
import muhafiz.sandbox.page.Detail;
import muhafiz.sandbox.page.Pages;
import muhafiz.sandbox.page.PdfPages;
import muhafiz.sandbox.page.UndrawableException;

/** Makes documents anew without what is marked. For one thread at a time. */
public final class Redactor {
    private static final Detail DETAIL = new Detail(ImagePdf.DPI, Detail.MOST_PIXELS, Integer.MAX_VALUE);

    /** Anything thrown makes it {@code damaged}; a StackOverflowError {@code too-deep}. */
    public Answer redact(Marks marks, Path document) throws IOException {
        try (Pages pages = Pages.open(document);
                ImagePdf made = new ImagePdf()) {
            check(pages, marks);
            if (pages instanceof PdfPages pdf) {
                pdf.leaveNotesOut();
            }
            Set<String> met = new HashSet<>();
            for (int page = 1; page <= pages.count(); page++) {
                List<Rectangle2D> areas = areas(marks, page);
                areas.addAll(words(pages, page, marks, met));
                made.add(pages.drawn(page, DETAIL), areas);
            }
            return new Answer.Redacted(made.bytes(), made.pages(), met.size());
        } catch (UndrawableException e) {
            return new Answer.Refused(e.code());
        }
    }

    private static void check(Pages pages, Marks marks) throws UndrawableException {
        if (pages.count() > ImagePdf.PAGES) {
            throw new UndrawableException("too-many-pages");
        }
        for (Mark mark : marks.areas()) {
            pages.require(mark.page());
        }
    }

    private static List<Rectangle2D> areas(Marks marks, int page) {
        List<Rectangle2D> areas = new ArrayList<>();
        marks.areas().stream().filter(mark -> mark.page() == page).forEach(mark -> areas.add(area(mark)));
        return areas;
    }

    private static Rectangle2D area(Mark mark) {
        return new Rectangle2D.Double(mark.x(), mark.y(), mark.width(), mark.height());
    }

    /** No text is recognised in a picture: a word is never met there. */
    private static List<Rectangle2D> words(Pages pages, int page, Marks marks, Set<String> met) throws IOException {
        List<Rectangle2D> areas = new ArrayList<>();
        if (pages instanceof PdfPages pdf) {
            List<PagePlaces> places = PagePlaces.of(pdf.document(), page);
            for (String word : marks.words()) {
                List<Rectangle2D> found =
                        places.stream().flatMap(read -> read.of(word).stream()).toList();
                if (!found.isEmpty()) {
                    met.add(word);
                    areas.addAll(found);
                }
            }
        }
        return areas;
    }
}
