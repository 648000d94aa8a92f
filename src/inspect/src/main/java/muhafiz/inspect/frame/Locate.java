package muhafiz.inspect.frame;

/**
 * The wish for the words of a page and their places, before the document's bytes follow.
 *
 * @param page from 1
 * @param length bytes that will follow, not negative
 */
public record Locate(int page, long length) implements Asked {
    public Locate {
        if (page < 1 || length < 0) {
            throw new IllegalArgumentException("page from 1 and a length are needed, were " + page + ", " + length);
        }
    }

    @Override
    public Frame frame() {
        return new Frame(
                Kind.LOCATE, new PayloadWriter().number(length).count(page).bytes());
    }

    /** @param payload of a frame of kind LOCATE */
    public static Locate decode(byte[] payload) throws FrameException {
        PayloadReader in = new PayloadReader(payload);
        long length = in.number();
        int page = in.count(Integer.MAX_VALUE);
        in.end();
        try {
            return new Locate(page, length);
        } catch (IllegalArgumentException e) {
            throw FrameException.broken("wish is not well formed");
        }
    }
}
