package muhafiz.sandbox.mrz;

import java.awt.image.BufferedImage;
import muhafiz.sandbox.page.PixelRows;

/** A picture in ink, 0 (white) to 255 (black), by ITU-R BT.601; a byte a pixel. */
final class Grey {
    private final byte[] ink;
    private final int width;
    private final int height;

    private Grey(byte[] ink, int width, int height) {
        this.ink = ink;
        this.width = width;
        this.height = height;
    }

    static Grey of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] ink = new byte[width * height];
        PixelRows pixels = PixelRows.of(picture);
        for (int y = 0; y < height; y++) {
            int[] row = pixels.row(y);
            for (int x = 0; x < width; x++) {
                int bright = 299 * (row[x] >> 16 & 255) + 587 * (row[x] >> 8 & 255) + 114 * (row[x] & 255);
                ink[y * width + x] = (byte) (255 - bright / 1_000);
            }
        }
        return new Grey(ink, width, height);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int at(int x, int y) {
        return ink[y * width + x] & 255;
    }

    /** Between pixels; the outermost go on for ever. */
    float between(double x, double y) {
        double inX = Math.min(Math.max(x, 0), width - 1.001);
        double inY = Math.min(Math.max(y, 0), height - 1.001);
        int left = (int) inX;
        int top = (int) inY;
        double right = inX - left;
        double low = inY - top;
        double upper = at(left, top) * (1 - right) + at(Math.min(left + 1, width - 1), top) * right;
        int below = Math.min(top + 1, height - 1);
        double lower = at(left, below) * (1 - right) + at(Math.min(left + 1, width - 1), below) * right;
        return (float) (upper * (1 - low) + lower * low);
    }

    /** Without its grain: each pixel the mean of nine. */
    Grey softened() {
        byte[] soft = ink.clone();
        int[] columns = new int[width];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 0; x < width; x++) {
                columns[x] = at(x, y - 1) + at(x, y) + at(x, y + 1);
            }
            for (int x = 1; x < width - 1; x++) {
                soft[y * width + x] = (byte) ((columns[x - 1] + columns[x] + columns[x + 1]) / 9);
            }
        }
        return new Grey(soft, width, height);
    }
}
