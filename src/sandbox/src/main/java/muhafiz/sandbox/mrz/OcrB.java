package muhafiz.sandbox.mrz;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** What the letters of a zone look like in a cell: ISO 1073-2, in ink, a little soft as all print is. */
final class OcrB {
    /** A cell's pixels: its pitch, and as much above and beneath as no letter exceeds. */
    static final int WIDTH = 12;

    static final int HEIGHT = 18;

    static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";

    private static final int FINENESS = 8;

    private static final float[] SOFT = {1, 2, 1, 2, 4, 2, 1, 2, 1};

    /** The font is drawn once a process. */
    private static final class Shown {
        private static final OcrB FONT = drawn();
    }

    private final float[][] letters;

    private OcrB(float[][] letters) {
        this.letters = letters;
    }

    static OcrB font() {
        return Shown.FONT;
    }

    private static OcrB drawn() {
        try (InputStream in = Objects.requireNonNull(OcrB.class.getResourceAsStream("OCRB.otf"));
                OpenTypeFont font = new OTFParser().parse(new RandomAccessReadBuffer(in))) {
            double middle = path(font, 'H').getBounds2D().getCenterY();
            float[][] letters = new float[LETTERS.length()][];
            for (int i = 0; i < letters.length; i++) {
                letters[i] = cell(font, LETTERS.charAt(i), middle);
            }
            return new OcrB(letters);
        } catch (IOException e) {
            throw new IllegalStateException("the font of machine-readable zones cannot be read", e);
        }
    }

    private static GeneralPath path(OpenTypeFont font, char letter) throws IOException {
        int glyph = font.getUnicodeCmapLookup().getGlyphId(letter);
        return font.getCFF().getFont().getType2CharString(glyph).getPath();
    }

    private static float[] cell(OpenTypeFont font, char letter, double middle) throws IOException {
        int advance = font.getAdvanceWidth(font.getUnicodeCmapLookup().getGlyphId(letter));
        double scale = (double) WIDTH * FINENESS / advance;
        BufferedImage fine = new BufferedImage(WIDTH * FINENESS, HEIGHT * FINENESS, BufferedImage.TYPE_BYTE_GRAY);
        AffineTransform place = new AffineTransform();
        place.translate(0, HEIGHT * FINENESS / 2.0);
        place.scale(scale, -scale);
        place.translate(0, -middle);
        Graphics2D pen = fine.createGraphics();
        pen.fill(place.createTransformedShape(path(font, letter)));
        pen.dispose();
        float[] cell = softened(shrunk(fine));
        if (!Patches.normalize(cell)) {
            throw new IOException("the font has no " + letter);
        }
        return cell;
    }

    private static float[] shrunk(BufferedImage fine) {
        float[] cell = new float[WIDTH * HEIGHT];
        for (int y = 0; y < fine.getHeight(); y++) {
            for (int x = 0; x < fine.getWidth(); x++) {
                cell[y / FINENESS * WIDTH + x / FINENESS] += fine.getRGB(x, y) & 255;
            }
        }
        return cell;
    }

    private static float[] softened(float[] sharp) {
        float[] soft = new float[sharp.length];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int i = 0; i < SOFT.length; i++) {
                    int inX = Math.min(Math.max(x + i % 3 - 1, 0), WIDTH - 1);
                    int inY = Math.min(Math.max(y + i / 3 - 1, 0), HEIGHT - 1);
                    soft[y * WIDTH + x] += SOFT[i] * sharp[inY * WIDTH + inX];
                }
            }
        }
        return soft;
    }

    /** How alike a cell is to each letter of {@link #LETTERS}, -1 to 1; the cell comes from {@link Patches#normalize} */
    void compare(float[] cell, float[] alike) {
        for (int letter = 0; letter < letters.length; letter++) {
            float sum = 0;
            float[] template = letters[letter];
            for (int i = 0; i < template.length; i++) {
                sum += template[i] * cell[i];
            }
            alike[letter] = Math.max(alike[letter], sum);
        }
    }
}
