package muhafiz.sandbox.page;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Makes pictures smaller without losing thin strokes: each pixel is the mean of those whose place it takes, met row by row. */
final class Shrunk {
    private static final int COLOURS = 3;

    private final BufferedImage picture;
    private final BufferedImage smaller;
    private final int[] columns;
    private final long[] sums;
    private final int[] counts;

    private Shrunk(BufferedImage picture, int width, int height) {
        this.picture = picture;
        this.smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.sums = new long[COLOURS * width];
        this.counts = new int[width];
        this.columns = new int[picture.getWidth()];
        Arrays.setAll(columns, x -> (int) ((long) x * width / columns.length));
    }

    /** The picture in that many pixels, 1 at least and no more than it has, without transparency, on white. */
    static BufferedImage to(BufferedImage picture, int width, int height) {
        boolean isAsWanted = picture.getWidth() == width
                && picture.getHeight() == height
                && picture.getType() == BufferedImage.TYPE_INT_RGB;
        return isAsWanted ? picture : new Shrunk(picture, width, height).made();
    }

    private BufferedImage made() {
        int[] row = new int[columns.length];
        int height = picture.getHeight();
        int to = 0;
        for (int y = 0; y < height; y++) {
            int next = (int) ((long) y * smaller.getHeight() / height);
            if (next != to) {
                write(to);
                to = next;
            }
            add(picture.getRGB(0, y, row.length, 1, row, 0, row.length));
        }
        write(to);
        return smaller;
    }

    private void add(int[] row) {
        for (int x = 0; x < row.length; x++) {
            int pixel = row[x];
            int at = columns[x];
            counts[at]++;
            for (int colour = 0; colour < COLOURS; colour++) {
                sums[COLOURS * at + colour] += onWhite((pixel >> (8 * colour)) & 255, pixel >>> 24);
            }
        }
    }

    private static int onWhite(int colour, int opacity) {
        return (colour * opacity + 255 * (255 - opacity)) / 255;
    }

    private void write(int y) {
        for (int x = 0; x < counts.length; x++) {
            int pixel = 0;
            for (int colour = 0; colour < COLOURS; colour++) {
                pixel |= (int) (sums[COLOURS * x + colour] / counts[x]) << (8 * colour);
            }
            smaller.setRGB(x, y, pixel);
        }
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
    }
}
