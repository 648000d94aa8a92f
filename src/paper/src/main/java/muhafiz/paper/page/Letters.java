package muhafiz.paper.page;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Outlines of the letters of Liberation Sans, as PDFBox ships it: a server needs no fonts of its own, nor what finds them. Latin and
 * Cyrillic; anything else is written as a question mark. Safe for many threads.
 */
final class Letters {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int LAST = 0x04FF;
    private static final double EM = 1000;

    static final Letters SANS = read();

    private final Map<Integer, Letter> letters;
    private final Letter unknown;

    private Letters(Map<Integer, Letter> letters) {
        this.letters = Map.copyOf(letters);
        this.unknown = Objects.requireNonNull(letters.get((int) '?'), "a font without a question mark");
    }

    /** In thousandths of the height of a line, upwards from its base. */
    private record Letter(Path2D outline, double advance) {}

    private static Letters read() {
        try (PDDocument holder = new PDDocument();
                InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            // A subset's font stays open until its document is closed; a whole one is closed at once.
            PDType0Font font = PDType0Font.load(holder, file, true);
            Map<Integer, Letter> letters = new HashMap<>();
            for (int character = ' '; character <= LAST; character++) {
                Optional<Integer> code = code(font, character);
                if (code.isPresent()) {
                    letters.put(character, new Letter(font.getNormalizedPath(code.get()), font.getWidth(code.get())));
                }
            }
            return new Letters(letters);
        } catch (IOException e) {
            throw new UncheckedIOException("the font that PDFBox ships cannot be read", e);
        }
    }

    /** Its two-byte code; PDFBox says only by an exception that the font has no such letter. */
    private static Optional<Integer> code(PDType0Font font, int character) throws IOException {
        try {
            byte[] code = font.encode(Character.toString(character));
            return Optional.of(((code[0] & 0xFF) << 8) | (code[1] & 0xFF));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The outline of a line of so many pixels, its base beginning at (0, 0); downwards, as pictures are counted. */
    Path2D line(String text, double pixels) {
        double scale = pixels / EM;
        Path2D line = new Path2D.Double();
        double x = 0;
        for (int character : text.codePoints().toArray()) {
            Letter letter = letters.getOrDefault(character, unknown);
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x * scale, 0);
            line.append(letter.outline().getPathIterator(place), false);
            x += letter.advance();
        }
        return line;
    }

    /** How many pixels the line is wide. */
    double width(String text, double pixels) {
        return text.codePoints()
                        .mapToDouble(character ->
                                letters.getOrDefault(character, unknown).advance())
                        .sum()
                * pixels
                / EM;
    }
}
