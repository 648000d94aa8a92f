package muhafiz.inspect;

/** What became of one attempt to take something off a document. */
public sealed interface Redaction {

    /**
     * A new PDF whose pages are pictures; nothing else of the document is in it. The array belongs to the record's holder.
     *
     * @param words how many of the words were met in the text at least once
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Made(byte[] pdf, int pages, int words) implements Redaction {
        public Made {
            if (pages < 1 || words < 0) {
                throw new IllegalArgumentException("at least one page, was " + pages + " with " + words + " words");
            }
        }

        @Override
        public String toString() {
            return "Made[" + pages + " pages, " + words + " words]";
        }
    }

    /**
     * There is none, and trying again gives the same answer unless something else is wanted of it.
     *
     * @param code {@code no-such-page} where a mark names a page that is not there; else as of {@link Inspection}, whether the document
     *     cannot be read, nobody may look, or the worker died over it
     */
    record None(String code) implements Redaction {
        public None {
            Codes.checkNothingMade(code);
        }
    }
}
