package muhafiz.sandbox.page;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Makes pictures smaller without losing thin strokes: each pixel is the mean of those whose place it takes, met row by row. */
final class Shrunk {
    private static final int OPAQUE = 255;

    private final PixelRows pixels;
    private final int height;
    private final BufferedImage smaller;
    private final int[] columns;
    // An int holds the sum of 8 million pixels; a picture of 18 MB that is drawn 100 pixels long or longer has fewer to
    // each.
    private final int[] red;
    private final int[] green;
    private final int[] blue;
    private final int[] counts;
    private final int[] written;

    private Shrunk(BufferedImage picture, int width, int height) {
        this.pixels = PixelRows.of(picture);
        this.height = picture.getHeight();
        this.smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.red = new int[width];
        this.green = new int[width];
        this.blue = new int[width];
        this.counts = new int[width];
        this.written = new int[width];
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
        return columns.length == written.length && height == smaller.getHeight() ? copied() : averaged();
    }

    private BufferedImage copied() {
        for (int y = 0; y < height; y++) {
            int[] row = pixels.row(y);
            for (int x = 0; x < row.length; x++) {
                written[x] = onWhite(row[x]);
            }
            smaller.getRaster().setDataElements(0, y, written.length, 1, written);
        }
        return smaller;
    }

    private BufferedImage averaged() {
        int to = 0;
        for (int y = 0; y < height; y++) {
            int next = (int) ((long) y * smaller.getHeight() / height);
            if (next != to) {
                write(to);
                to = next;
            }
            add(pixels.row(y));
        }
        write(to);
        return smaller;
    }

    private void add(int[] row) {
        for (int x = 0; x < row.length; x++) {
            int pixel = onWhite(row[x]);
            int at = columns[x];
            counts[at]++;
            red[at] += pixel >> 16 & 255;
            green[at] += pixel >> 8 & 255;
            blue[at] += pixel & 255;
        }
    }

    private static int onWhite(int pixel) {
        int opacity = pixel >>> 24;
        return opacity == OPAQUE
                ? pixel
                : onWhite(pixel >> 16 & 255, opacity) << 16
                        | onWhite(pixel >> 8 & 255, opacity) << 8
                        | onWhite(pixel & 255, opacity);
    }

    private static int onWhite(int colour, int opacity) {
        return (colour * opacity + 255 * (255 - opacity)) / 255;
    }

    private void write(int y) {
        for (int x = 0; x < written.length; x++) {
            int count = counts[x];
            written[x] = red[x] / count << 16 | green[x] / count << 8 | blue[x] / count;
        }
        smaller.getRaster().setDataElements(0, y, written.length, 1, written);
        Arrays.fill(red, 0);
        Arrays.fill(green, 0);
        Arrays.fill(blue, 0);
        Arrays.fill(counts, 0);
    }
}
