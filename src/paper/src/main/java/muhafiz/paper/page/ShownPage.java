package muhafiz.paper.page;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A page's pixels. The array belongs to the record's holder.
 *
 * @param rgb three bytes a pixel (red, green, blue), row by row from the upper left
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ShownPage(int width, int height, byte[] rgb) {
    /** Text is this part of the shorter edge high, and never less than can be read. */
    private static final double HEIGHT = 1 / 32.0;

    private static final double LEAST_HEIGHT = 9;
    /** How far apart lines stand, and what follows each other on one; in heights of a line. */
    private static final double APART = 6;

    private static final double BESIDE = 3;
    private static final double SLOPE = -Math.PI / 7;
    /** Of 255: text below it stays as readable as before. */
    private static final int OPACITY = 56;

    private static final Color DARK = new Color(0, 0, 0, OPACITY);
    private static final Color LIGHT = new Color(255, 255, 255, OPACITY);

    public ShownPage {
        if (width < 1 || height < 1 || rgb.length != width * height * 3) {
            throw new IllegalArgumentException("a page has pixels, three bytes each");
        }
    }

    /** The page as a PNG under a mark that says this all over it, aslant, dark and light so that it is seen on any ground. */
    public byte[] markedPng(String mark) {
        BufferedImage picture = picture();
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Shape marks = marks(mark);
        pen.translate(1, 1);
        pen.setColor(LIGHT);
        pen.fill(marks);
        pen.translate(-1, -1);
        pen.setColor(DARK);
        pen.fill(marks);
        pen.dispose();
        return png(picture);
    }

    private Shape marks(String mark) {
        double high = Math.max(LEAST_HEIGHT, HEIGHT * Math.min(width, height));
        double step = Letters.SANS.width(mark, high) + BESIDE * high;
        double reach = Math.hypot(width, height) / 2;
        Path2D line = Letters.SANS.line(mark, high);
        Path2D marks = new Path2D.Double();
        double shift = 0;
        for (double y = -reach; y < reach + high; y += APART * high) {
            for (double x = -reach - shift; x < reach; x += step) {
                marks.append(line.getPathIterator(AffineTransform.getTranslateInstance(x, y)), false);
            }
            shift = (shift + step / 2) % step;
        }
        AffineTransform place = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        place.rotate(SLOPE);
        marks.transform(place);
        return marks;
    }

    private BufferedImage picture() {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = ((rgb[at++] & 0xFF) << 16) | ((rgb[at++] & 0xFF) << 8) | (rgb[at++] & 0xFF);
            }
            picture.setRGB(0, y, width, 1, row, 0, width);
        }
        return picture;
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IllegalStateException("this JDK writes no PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return "ShownPage[" + width + " x " + height + "]";
    }
}
