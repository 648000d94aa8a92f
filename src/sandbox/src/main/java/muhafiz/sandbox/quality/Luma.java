package muhafiz.sandbox.quality;

import java.awt.image.BufferedImage;
import muhafiz.sandbox.page.PixelRows;

/** A picture in grey, 0 (black) to 255 (white), by ITU-R BT.601. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Luma(float[] values, int width, int height) {
    static Luma of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        float[] values = new float[width * height];
        PixelRows pixels = PixelRows.of(picture);
        for (int y = 0; y < height; y++) {
            int[] row = pixels.row(y);
            for (int x = 0; x < width; x++) {
                values[y * width + x] =
                        0.299f * (row[x] >> 16 & 255) + 0.587f * (row[x] >> 8 & 255) + 0.114f * (row[x] & 255);
            }
        }
        return new Luma(values, width, height);
    }

    float at(int x, int y) {
        return values[y * width + x];
    }

    /** The value that this share of the pixels does not exceed. */
    int quantile(double share) {
        int[] counts = new int[256];
        for (float value : values) {
            counts[Math.min(255, (int) (value + 0.5f))]++;
        }
        long wanted = (long) Math.ceil(share * values.length);
        long seen = 0;
        for (int level = 0; level < counts.length; level++) {
            seen += counts[level];
            if (seen >= wanted) {
                return level;
            }
        }
        return 255;
    }
}
