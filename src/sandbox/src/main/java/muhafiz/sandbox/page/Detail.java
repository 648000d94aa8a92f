package muhafiz.sandbox.page;

/**
 * How fine a page is drawn.
 *
 * @param dpi pixels of an inch of paper, at most; a picture has no paper and is never enlarged
 * @param pixels of the whole page, at most
 * @param edge pixels of its longer edge, at most
 */
public record Detail(int dpi, long pixels, int edge) {
    /** Most pixels of a page that is held in memory: 24 MB. */
    public static final long MOST_PIXELS = 6_000_000;

    private static final double POINTS = 72;

    /** As fine as these pixels of the longer edge allow. */
    public static Detail ofEdge(int edge) {
        return new Detail(2_400, MOST_PIXELS, edge);
    }

    /** Pixels of a point (1/72 inch) of a page of this size in points. */
    double perPoint(double width, double height) throws UndrawableException {
        return atMost(dpi / POINTS, width, height);
    }

    /** By what to multiply a picture's width and height: 1 at most. */
    double perPixel(int width, int height) throws UndrawableException {
        return atMost(1, width, height);
    }

    private double atMost(double most, double width, double height) throws UndrawableException {
        double scale = Math.min(most, Math.min(edge / Math.max(width, height), Math.sqrt(pixels / (width * height))));
        if (!(scale > 0)) {
            throw new UndrawableException("damaged");
        }
        return scale;
    }
}
