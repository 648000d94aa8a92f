package muhafiz.sandbox.quality;

import java.util.Arrays;

/**
 * How soft the sharpest edges of a picture are. An edge that was blurred by a Gaussian of standard deviation s has the height h and the
 * steepest slope h / (s √(2π)); so s is known from both, whatever the contrast. Measured at the steepest hundredth of all pixels, along the
 * row or column, over the stretch that rises all the way; the median of these. Noise, which no edge of that height is, hardly moves it.
 */
final class EdgeWidth {
    private static final double STEEPEST = 0.99;
    private static final float LEAST_SLOPE = 2;
    private static final float RISE = 0.5f;
    private static final int FARTHEST = 24;
    private static final double ROOT_2_PI = Math.sqrt(2 * Math.PI);

    private final Luma luma;
    private final float[] slopes;

    private EdgeWidth(Luma luma) {
        this.luma = luma;
        this.slopes = new float[luma.width() * luma.height()];
    }

    /** In pixels; 0 where there is no edge at all. */
    static double of(Luma luma) {
        return new EdgeWidth(luma).measured();
    }

    private double measured() {
        for (int y = 1; y < luma.height() - 1; y++) {
            for (int x = 1; x < luma.width() - 1; x++) {
                double across = across(x, y);
                double down = down(x, y);
                slopes[y * luma.width() + x] = (float) Math.sqrt(across * across + down * down);
            }
        }
        float steep = Math.max(LEAST_SLOPE, Ranked.at(slopes, STEEPEST));
        double[] widths = new double[slopes.length];
        int found = 0;
        for (int y = 1; y < luma.height() - 1; y++) {
            for (int x = 1; x < luma.width() - 1; x++) {
                if (slopes[y * luma.width() + x] >= steep) {
                    widths[found++] = width(x, y);
                }
            }
        }
        Arrays.sort(widths, 0, found);
        return found == 0 ? 0 : widths[found / 2];
    }

    private float across(int x, int y) {
        return (luma.at(x + 1, y) - luma.at(x - 1, y)) / 2;
    }

    private float down(int x, int y) {
        return (luma.at(x, y + 1) - luma.at(x, y - 1)) / 2;
    }

    private double width(int x, int y) {
        float across = across(x, y);
        float down = down(x, y);
        boolean isAcross = Math.abs(across) > Math.abs(down);
        float slope = isAcross ? across : down;
        int way = slope > 0 ? 1 : -1;
        int dx = isAcross ? way : 0;
        int dy = isAcross ? 0 : way;
        float top = end(x, y, dx, dy, 1);
        float bottom = -end(x, y, -dx, -dy, -1);
        return (top - bottom) / (Math.abs(slope) * ROOT_2_PI);
    }

    /** Where the rise ends that way; with the sign -1 the fall, as its negative. */
    private float end(int x, int y, int dx, int dy, int sign) {
        float last = sign * luma.at(x, y);
        for (int step = 1; step <= FARTHEST; step++) {
            int atX = x + step * dx;
            int atY = y + step * dy;
            if (atX < 0 || atY < 0 || atX >= luma.width() || atY >= luma.height()) {
                return last;
            }
            float next = sign * luma.at(atX, atY);
            if (next <= last + RISE) {
                return last;
            }
            last = next;
        }
        return last;
    }
}
