package muhafiz.sandbox.mrz;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** What the letters of a zone look like in a cell, as {@link OcrBCells} drew them at the build. */
final class OcrB {
    /** A cell's pixels: its pitch, and as much above and beneath as no letter exceeds. */
    static final int WIDTH = 12;

    static final int HEIGHT = 18;

    static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";

    /** The cells of {@link #LETTERS} one after the other, row by row, four bytes a pixel. */
    static final String CELLS = "OCRB.cells";

    /** The font is read once a process. */
    private static final class Shown {
        private static final OcrB FONT = read();
    }

    private final float[][] letters;

    private OcrB(float[][] letters) {
        this.letters = letters;
    }

    static OcrB font() {
        return Shown.FONT;
    }

    private static OcrB read() {
        try (InputStream stored = Objects.requireNonNull(OcrB.class.getResourceAsStream(CELLS));
                DataInputStream in = new DataInputStream(new BufferedInputStream(stored))) {
            float[][] letters = new float[LETTERS.length()][WIDTH * HEIGHT];
            for (float[] letter : letters) {
                for (int i = 0; i < letter.length; i++) {
                    letter[i] = in.readFloat();
                }
            }
            return new OcrB(letters);
        } catch (IOException e) {
            throw new IllegalStateException("the font of machine-readable zones cannot be read", e);
        }
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
