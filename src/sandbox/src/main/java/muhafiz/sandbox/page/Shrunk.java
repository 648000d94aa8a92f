package muhafiz.sandbox.page;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller without losing thin strokes: by halves, each pixel the mean of four. */
final class Shrunk {
    private Shrunk() {}

    /** The picture in that many pixels, 1 at least and no more than it has, without transparency, on white. */
    static BufferedImage to(BufferedImage picture, int width, int height) {
        BufferedImage smaller = picture;
        while (smaller.getWidth() > 2 * width || smaller.getHeight() > 2 * height) {
            double step = step(smaller);
            smaller =
                    drawn(smaller, next(smaller.getWidth(), step, width), next(smaller.getHeight(), step, height));
        }
        return smaller.getWidth() == width && smaller.getHeight() == height && !isRaw(smaller)
                ? smaller
                : drawn(smaller, width, height);
    }

    /** A half; less where that would still be more than is held in memory. */
    private static double step(BufferedImage picture) {
        double pixels = (double) picture.getWidth() * picture.getHeight();
        return Math.min(0.5, Math.sqrt(Detail.MOST_PIXELS / pixels));
    }

    private static int next(int now, double step, int wanted) {
        return Math.max(wanted, (int) Math.ceil(now * step));
    }

    private static boolean isRaw(BufferedImage picture) {
        return picture.getType() != BufferedImage.TYPE_INT_RGB;
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = smaller.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return smaller;
    }
}
