package muhafiz.sandbox.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muhafiz.inspect.FieldTerm;
import muhafiz.sandbox.page.Detail;
import muhafiz.sandbox.page.Pages;
import muhafiz.sandbox.page.UndrawableException;

/** Measures what is a picture of a paper: pictures, and pages of a PDF that show no letters of their own. */
public final class ScanQuality {
    /** The way of measuring; another number wherever the same page may get other numbers. */
    private static final String VERSION = "1";

    /** The first pages tell how somebody scans. */
    private static final int PAGES = 3;

    /** Larger ones are not measured: reading a document must not take long because somebody has a good camera. */
    private static final long MOST_PIXELS = 40_000_000;

    private ScanQuality() {}

    /** The archive's terms; none where there is nothing to measure. Whatever is thrown means that it cannot be drawn. */
    public static Map<String, String> terms(Pages pages) throws IOException, UndrawableException {
        List<PageQuality> measured = new ArrayList<>();
        for (int page = 1; page <= Math.min(PAGES, pages.count()); page++) {
            if (pages.isScan(page, MOST_PIXELS)) {
                measured.add(PageQuality.of(pages.drawn(page, Detail.ofEdge(PageQuality.EDGE))));
            }
        }
        return measured.isEmpty() ? Map.of() : terms(PageQuality.worst(measured));
    }

    private static Map<String, String> terms(PageQuality worst) {
        Map<String, String> terms = new TreeMap<>();
        terms.put(FieldTerm.QUALITY.term(), VERSION);
        terms.put(FieldTerm.QUALITY_EDGE.term(), Integer.toString(worst.edge()));
        terms.put(FieldTerm.QUALITY_BLUR.term(), Integer.toString(worst.blur()));
        terms.put(FieldTerm.QUALITY_CONTRAST.term(), Integer.toString(worst.contrast()));
        terms.put(FieldTerm.QUALITY_BRIGHTEST.term(), Integer.toString(worst.brightest()));
        return terms;
    }
}
