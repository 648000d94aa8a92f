package muhafiz.sandbox.page;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muhafiz.inspect.frame.Answer;
import muhafiz.inspect.page.PlacedWord;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The words of a PDF's page as its lines are seen. What lies outside the page is none. */
final class WordPlaces extends PDFTextStripper {
    private final List<PlacedWord> words = new ArrayList<>();
    private final GlyphPlaces glyphs;
    private final StringBuilder text = new StringBuilder();
    private Optional<Rectangle2D> place = Optional.empty();
    private int bytes;

    private WordPlaces(PDDocument pdf, int page) {
        this.glyphs = new GlyphPlaces(pdf.getPage(page - 1));
        setSortByPosition(true);
        setSuppressDuplicateOverlappingText(false);
        setStartPage(page);
        setEndPage(page);
    }

    /**
     * @param page from 1
     * @throws UndrawableException {@code too-large} where there are more than an answer holds: none is better than some
     */
    static List<PlacedWord> of(PDDocument pdf, int page) throws IOException, UndrawableException {
        WordPlaces places = new WordPlaces(pdf, page);
        places.writeText(pdf, Writer.nullWriter());
        if (places.isFull()) {
            throw new UndrawableException("too-large");
        }
        return places.words;
    }

    @Override
    protected void writeString(String line, List<TextPosition> positions) throws IOException {
        for (TextPosition position : positions) {
            String shown = shown(position.getUnicode());
            if (shown.isBlank() || text.length() + shown.length() > PlacedWord.LONGEST) {
                end();
            }
            if (!shown.isBlank() && shown.length() <= PlacedWord.LONGEST) {
                add(shown, glyphs.of(position));
            }
        }
        end();
    }

    private void add(String shown, Rectangle2D glyph) {
        text.append(shown);
        place = Optional.of(place.map(before -> before.createUnion(glyph)).orElse(glyph));
    }

    private void end() {
        place.flatMap(WordPlaces::onPage).filter(seen -> !isFull()).ifPresent(seen -> {
            bytes += text.toString().getBytes(StandardCharsets.UTF_8).length;
            words.add(new PlacedWord(text.toString(), seen.getX(), seen.getY(), seen.getWidth(), seen.getHeight()));
        });
        text.setLength(0);
        place = Optional.empty();
    }

    /** One more than an answer holds is never added. */
    private boolean isFull() {
        return words.size() >= Answer.Located.MOST || bytes > Answer.Located.LONGEST - PlacedWord.LONGEST * 4;
    }

    private static Optional<Rectangle2D> onPage(Rectangle2D place) {
        Rectangle2D seen = place.createIntersection(new Rectangle2D.Double(0, 0, 1, 1));
        return Optional.of(seen).filter(part -> part.getWidth() > 0 && part.getHeight() > 0);
    }

    private static String shown(String unicode) {
        StringBuilder shown = new StringBuilder();
        unicode.codePoints().map(c -> PlacedWord.isShown(c) ? c : ' ').forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }
}
