package muhafiz.sandbox.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import muhafiz.sandbox.mrz.MrzSearch;
import muhafiz.sandbox.page.Pages;
import muhafiz.sandbox.page.UndrawableException;
import muhafiz.sandbox.quality.ScanQuality;

/** What is seen on a document's pages, beside what it says of itself. */
final class PageLooks {
    private PageLooks() {}

    /** The archive's terms; none where there is nothing to see, or it cannot be drawn: what is wrong with it, the reader has said. */
    static Map<String, String> terms(Path document) {
        Map<String, String> terms = new TreeMap<>();
        try (Pages pages = Pages.open(document)) {
            terms.putAll(ScanQuality.terms(pages));
            terms.putAll(MrzSearch.terms(pages));
        } catch (IOException | UndrawableException | RuntimeException e) {
            return terms;
        }
        return terms;
    }
}
