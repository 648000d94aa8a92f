package muhafiz.sandbox.mrz;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Draws the letters of a zone, ISO 1073-2, in ink, a little soft as all print is. Runs at the build: a worker lives for one application, and
 * drawing would take as long as reading three pages.
 */
final class OcrBCells {
    private static final int WIDTH = OcrB.WIDTH;
    private static final int HEIGHT = OcrB.HEIGHT;
    private static final int FINENESS = 8;

    private static final float[] SOFT = {1, 2, 1, 2, 4, 2, 1, 2, 1};

    private OcrBCells() {}

    /** @param arguments the folder of classes, to which {@value OcrB#CELLS} is added */
    public static void main(String[] arguments) throws IOException {
        Path cells = Path.of(arguments[0], "muhafiz", "sandbox", "mrz", OcrB.CELLS);
        try (InputStream in = Objects.requireNonNull(OcrBCells.class.getResourceAsStream("OCRB.otf"));
                OpenTypeFont font = new OTFParser().parse(new RandomAccessReadBuffer(in));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(cells)))) {
            double middle = path(font, 'H').getBounds2D().getCenterY();
            for (char letter : OcrB.LETTERS.toCharArray()) {
                for (float pixel : cell(font, letter, middle)) {
                    out.writeFloat(pixel);
                }
            }
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
}
