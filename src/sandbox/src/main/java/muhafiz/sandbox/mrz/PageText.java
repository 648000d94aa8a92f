package muhafiz.sandbox.mrz;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The lines of text of a PDF's page, from top to bottom. */
final class PageText {
    private static final int CHARACTERS = 100_000;

    private PageText() {}

    /** As far as {@value #CHARACTERS} characters; what lies behind them is no zone. */
    static List<String> lines(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        Bounded text = new Bounded();
        try {
            stripper.writeText(pdf, text);
        } catch (Full enough) {
            return text.toString().lines().toList();
        }
        return text.toString().lines().toList();
    }

    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super("enough", null, false, false);
        }
    }

    private static final class Bounded extends StringWriter {
        @Override
        public void write(String text) {
            if (getBuffer().length() + text.length() > CHARACTERS) {
                throw new Full();
            }
            super.write(text);
        }
    }
}
