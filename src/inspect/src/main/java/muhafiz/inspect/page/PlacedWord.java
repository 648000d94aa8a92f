package muhafiz.inspect.page;

/**
 * A word and where it stands on its page as it is seen, turned upright; in fractions of the page's width and height, as {@link
 * muhafiz.inspect.redaction.Mark} takes them.
 *
 * @param text 1 to {@value #LONGEST} characters, without control characters
 * @param x of its left edge, from the left
 * @param y of its upper edge, from the top
 */
public record PlacedWord(String text, double x, double y, double width, double height) {
    /** Of one word, in characters. */
    public static final int LONGEST = 200;

    public PlacedWord {
        if (text.isEmpty() || text.length() > LONGEST || !text.codePoints().allMatch(PlacedWord::isShown)) {
            throw new IllegalArgumentException(
                    "a word has 1 to " + LONGEST + " characters that can be shown, was one of " + text.length());
        }
        if (!isPart(x, width) || !isPart(y, height)) {
            throw new IllegalArgumentException("a word lies on its page, measured from 0 to 1, and has a size");
        }
    }

    /** Whether a character may be part of a word. */
    public static boolean isShown(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }

    private static boolean isPart(double from, double length) {
        return from >= 0 && length > 0 && from + length <= 1 + 1e-9;
    }

    /** Never says which word. */
    @Override
    public String toString() {
        return "PlacedWord[" + text.length() + " characters]";
    }
}
