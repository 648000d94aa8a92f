package muhafiz.sandbox.mrz;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import muhafiz.inspect.FieldTerm;
import muhafiz.inspect.mrz.Mrz;
import muhafiz.inspect.mrz.MrzText;
import muhafiz.sandbox.page.Detail;
import muhafiz.sandbox.page.Pages;
import muhafiz.sandbox.page.PdfPages;
import muhafiz.sandbox.page.UndrawableException;

/** Looks for a machine-readable zone on the first pages of a document. */
public final class MrzSearch {
    /** A passport's data page is not behind many others. */
    private static final int PAGES = 3;

    /** Larger pictures are not read, as reading must not take long. */
    private static final long MOST_PIXELS = 40_000_000;

    /** Pixels of the longer edge: on a page of A4 8 to a millimetre, so that a letter of a zone is 20 apart from the next. */
    private static final int EDGE = 2_400;

    private MrzSearch() {}

    /** The archive's terms; none where no zone was found. Whatever is thrown means that it cannot be drawn. */
    public static Map<String, String> terms(Pages pages) throws IOException, UndrawableException {
        Optional<ZoneReader.Found> best = Optional.empty();
        for (int page = 1; page <= Math.min(PAGES, pages.count()); page++) {
            Optional<ZoneReader.Found> found = on(pages, page);
            if (found.filter(one -> one.zone().failing().isEmpty()).isPresent()) {
                return terms(found.get());
            }
            best = best.or(() -> found);
        }
        return best.map(MrzSearch::terms).orElse(Map.of());
    }

    private static Optional<ZoneReader.Found> on(Pages pages, int page) throws IOException, UndrawableException {
        if (pages.isScan(page, MOST_PIXELS)) {
            return ZoneReader.read(pages.drawn(page, Detail.ofEdge(EDGE)));
        }
        return pages instanceof PdfPages pdf
                ? MrzText.find(PageText.lines(pdf.document(), page)).map(ZoneReader.Found::ofText)
                : Optional.empty();
    }

    private static Map<String, String> terms(ZoneReader.Found found) {
        Mrz zone = found.zone();
        Map<String, String> terms = new TreeMap<>();
        terms.put(FieldTerm.MRZ.term(), String.join(" ", zone.lines()));
        terms.put(FieldTerm.MRZ_CONFIDENCE.term(), Integer.toString(found.confidence()));
        return terms;
    }
}
