package muhafiz.inspect.page;

/**
 * Which page is to be drawn, and how large.
 *
 * @param page from 1
 * @param edge most pixels of its longer edge, 16 to {@value #LONGEST_EDGE}
 */
public record PageWish(int page, int edge) {
    /** Three bytes a pixel of a square page fit an answer's frame. */
    public static final int LONGEST_EDGE = 1_600;

    private static final int SHORTEST_EDGE = 16;

    public PageWish {
        if (page < 1) {
            throw new IllegalArgumentException("pages are counted from 1, was " + page);
        }
        if (edge < SHORTEST_EDGE || edge > LONGEST_EDGE) {
            throw new IllegalArgumentException(
                    "edge must be " + SHORTEST_EDGE + " to " + LONGEST_EDGE + " pixels, was " + edge);
        }
    }
}
