package muhafiz.inspect.frame;

import muhafiz.inspect.page.PageWish;

/**
 * The wish for a picture of a page, before the document's bytes follow.
 *
 * @param length bytes that will follow, not negative
 */
public record Draw(PageWish wish, long length) implements Asked {
    public Draw {
        if (length < 0) {
            throw new IllegalArgumentException("length must not be negative, was " + length);
        }
    }

    @Override
    public Frame frame() {
        PayloadWriter out = new PayloadWriter().number(length);
        return new Frame(Kind.DRAW, out.count(wish.page()).count(wish.edge()).bytes());
    }

    /** @param payload of a frame of kind DRAW */
    public static Draw decode(byte[] payload) throws FrameException {
        PayloadReader in = new PayloadReader(payload);
        long length = in.number();
        int page = in.count(Integer.MAX_VALUE);
        int edge = in.count(PageWish.LONGEST_EDGE);
        in.end();
        try {
            return new Draw(new PageWish(page, edge), length);
        } catch (IllegalArgumentException e) {
            throw FrameException.broken("wish is not well formed");
        }
    }
}
