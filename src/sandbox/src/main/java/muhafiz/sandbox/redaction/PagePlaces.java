package muhafiz.sandbox.redaction;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muhafiz.sandbox.page.GlyphPlaces;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The letters and digits of a page in reading order, each with its place. Spaces, hyphens and ends of lines do not count, so that a word is
 * met wherever its letters follow each other, also inside another word: rather too much goes than too little.
 */
final class PagePlaces {
    private final StringBuilder letters = new StringBuilder();
    /** Of each of the letters, its glyph. */
    private final List<Integer> glyphOf = new ArrayList<>();
    /** All that is written, in the same order: a match takes along what stands between its letters. */
    private final List<Rectangle2D> glyphs = new ArrayList<>();

    private final GlyphPlaces places;

    private PagePlaces(PDPage page) {
        this.places = new GlyphPlaces(page);
    }

    /**
     * The page read twice, as its lines are seen and as it was written: in one of them letters that belong together may be apart.
     *
     * @param number from 1
     */
    static List<PagePlaces> of(PDDocument pdf, int number) throws IOException {
        return List.of(read(pdf, number, true), read(pdf, number, false));
    }

    private static PagePlaces read(PDDocument pdf, int number, boolean isAsSeen) throws IOException {
        PagePlaces places = new PagePlaces(pdf.getPage(number - 1));
        PDFTextStripper reader = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) throws IOException {
                for (TextPosition position : positions) {
                    places.add(position);
                }
            }
        };
        reader.setSortByPosition(isAsSeen);
        reader.setSuppressDuplicateOverlappingText(false);
        reader.setStartPage(number);
        reader.setEndPage(number);
        reader.writeText(pdf, Writer.nullWriter());
        return places;
    }

    /** The rectangles, in fractions of the page as it is seen, of all that follows each other as in this word. */
    List<Rectangle2D> of(String word) {
        String wanted = folded(word);
        List<Rectangle2D> found = new ArrayList<>();
        for (int at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
            int last = at + wanted.length() - 1;
            found.addAll(glyphs.subList(glyphOf.get(at), glyphOf.get(last) + 1));
        }
        return found;
    }

    /** Letters and digits without case and accents; ı and İ are i. */
    static String folded(String text) {
        String bare = Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder();
        bare.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private void add(TextPosition position) throws IOException {
        String folded = folded(position.getUnicode());
        letters.append(folded);
        for (int i = 0; i < folded.length(); i++) {
            glyphOf.add(glyphs.size());
        }
        glyphs.add(places.of(position));
    }
}
