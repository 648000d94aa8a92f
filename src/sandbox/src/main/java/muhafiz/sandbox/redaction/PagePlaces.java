package muhafiz.sandbox.redaction;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The letters and digits of a page in reading order, each with its place. Spaces, hyphens and ends of lines do not count, so that a word is
 * met wherever its letters follow each other, also inside another word: rather too much goes than too little.
 */
final class PagePlaces {
    /** Beside a glyph's own advance and the font's own height, in ems. */
    private static final double BESIDE = 0.06;

    private static final double BELOW = -0.3;
    private static final double ABOVE = 1.0;
    private static final double THOUSAND = 1000.0;

    private final StringBuilder letters = new StringBuilder();
    /** Of each of the letters, its glyph. */
    private final List<Integer> glyphOf = new ArrayList<>();
    /** All that is written, in the same order: a match takes along what stands between its letters. */
    private final List<Rectangle2D> glyphs = new ArrayList<>();

    private final PDRectangle box;
    private final int rotation;

    private PagePlaces(PDPage page) {
        this.box = page.getCropBox();
        this.rotation = Math.floorMod(page.getRotation(), 360);
    }

    /**
     * The page read twice, as its lines are seen and as it was written: in one of them letters that belong together may be apart.
     *
     * @param number from 0
     */
    static List<PagePlaces> of(PDDocument pdf, int number) throws IOException {
        return List.of(read(pdf, number, true), read(pdf, number, false));
    }

    private static PagePlaces read(PDDocument pdf, int number, boolean isAsSeen) throws IOException {
        PagePlaces places = new PagePlaces(pdf.getPage(number));
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
        reader.setStartPage(number + 1);
        reader.setEndPage(number + 1);
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
        glyphs.add(place(position));
    }

    private Rectangle2D place(TextPosition position) throws IOException {
        PDFont font = position.getFont();
        AffineTransform text = position.getTextMatrix().createAffineTransform();
        double advance = 0;
        for (int code : position.getCharacterCodes()) {
            advance += font.getWidth(code) / THOUSAND;
        }
        double below = Math.max(-1, Math.min(BELOW, font.getBoundingBox().getLowerLeftY() / THOUSAND));
        double above = Math.min(2, Math.max(ABOVE, font.getBoundingBox().getUpperRightY() / THOUSAND));
        if (font instanceof PDType3Font own) {
            text.concatenate(own.getFontMatrix().createAffineTransform());
            text.scale(THOUSAND, THOUSAND);
        }
        Rectangle2D glyph =
                new Rectangle2D.Double(-BESIDE, below, Math.max(advance, BESIDE) + 2 * BESIDE, above - below);
        return seen(text.createTransformedShape(glyph).getBounds2D());
    }

    /** From points upwards from the lower left of the crop box to fractions downwards from the upper left of what is seen. */
    private Rectangle2D seen(Rectangle2D points) {
        double x = points.getX() / box.getWidth();
        double y = 1 - points.getMaxY() / box.getHeight();
        double width = points.getWidth() / box.getWidth();
        double height = points.getHeight() / box.getHeight();
        return switch (rotation) {
            case 90 -> new Rectangle2D.Double(1 - y - height, x, height, width);
            case 180 -> new Rectangle2D.Double(1 - x - width, 1 - y - height, width, height);
            case 270 -> new Rectangle2D.Double(y, 1 - x - width, height, width);
            default -> new Rectangle2D.Double(x, y, width, height);
        };
    }
}
