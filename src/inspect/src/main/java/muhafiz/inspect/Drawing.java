package muhafiz.inspect;

/** What became of one attempt to draw a page. */
public sealed interface Drawing {

    /**
     * The page as it is seen, upright. Bare pixels: nothing in them has to be parsed. The array belongs to the record's holder.
     *
     * @param pages how many the document has, as it claims
     * @param width in pixels
     * @param height in pixels
     * @param rgb three bytes a pixel (red, green, blue), row by row from the upper left
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Made(int pages, int width, int height, byte[] rgb) implements Drawing {
        public Made {
            if (pages < 1 || width < 1 || height < 1 || rgb.length != width * height * 3) {
                throw new IllegalArgumentException("a page has pixels, three bytes each");
            }
        }

        @Override
        public String toString() {
            return "Made[" + width + " x " + height + " of " + pages + " pages]";
        }
    }

    /**
     * There is none, and trying again gives the same answer.
     *
     * @param code {@code no-such-page}; else as of {@link Inspection}, whether the document cannot be read, nobody may look, or the worker
     *     died over it
     */
    record None(String code) implements Drawing {
        public None {
            Codes.checkNothingMade(code);
        }
    }
}
