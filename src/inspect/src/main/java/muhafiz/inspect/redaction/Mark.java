package muhafiz.inspect.redaction;

/**
 * A rectangle on a page as it is seen, turned upright; lengths are fractions of the page's width and height.
 *
 * @param page from 1
 * @param x of its left edge, from the left
 * @param y of its upper edge, from the top
 */
public record Mark(int page, double x, double y, double width, double height) {
    public Mark {
        if (page < 1) {
            throw new IllegalArgumentException("pages are counted from 1, was " + page);
        }
        if (!isPart(x, width) || !isPart(y, height)) {
            throw new IllegalArgumentException("a mark lies on its page, measured from 0 to 1, and has a size");
        }
    }

    private static boolean isPart(double from, double length) {
        return from >= 0 && length > 0 && from + length <= 1 + 1e-9;
    }
}
