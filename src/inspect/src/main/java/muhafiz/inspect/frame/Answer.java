package muhafiz.inspect.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muhafiz.inspect.page.PageWish;
import muhafiz.inspect.page.PlacedWord;

/** What a worker says about a document. Decoding proves its form only; its meaning stays a claim. */
public sealed interface Answer {

    /** The frame that carries this answer. */
    Frame frame();

    /**
     * The parser understood.
     *
     * @param metadata the archive's terms
     * @param raw the parser's own keys and values
     * @param readers the parser's name and version
     */
    record Found(Map<String, String> metadata, Map<String, List<String>> raw, String readers) implements Answer {
        public Found {
            metadata = Map.copyOf(metadata);
            raw = Map.copyOf(raw);
        }

        @Override
        public Frame frame() {
            PayloadWriter out = new PayloadWriter().text(readers).count(metadata.size());
            metadata.forEach((term, value) -> out.text(term).text(value));
            out.count(raw.size());
            raw.forEach((key, values) -> {
                out.text(key).count(values.size());
                values.forEach(out::text);
            });
            return new Frame(Kind.FOUND, out.bytes());
        }

        @Override
        public String toString() {
            return "Found[" + metadata.size() + " terms, " + raw.size() + " raw keys]";
        }
    }

    /**
     * The document was made anew. The array belongs to the record's holder.
     *
     * @param pdf what was made
     * @param pages of it
     * @param words how many of the words were met
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Redacted(byte[] pdf, int pages, int words) implements Answer {
        /** Longest {@code pdf} in bytes: what a frame holds beside the other members. */
        public static final int LONGEST = Kind.REDACTED.longest() - 64;

        @Override
        public Frame frame() {
            return new Frame(
                    Kind.REDACTED,
                    new PayloadWriter().block(pdf).count(pages).count(words).bytes());
        }

        @Override
        public String toString() {
            return "Redacted[" + pages + " pages, " + words + " words]";
        }
    }

    /**
     * A page was drawn. The array belongs to the record's holder.
     *
     * @param pages of the document
     * @param rgb three bytes a pixel (red, green, blue), row by row from the upper left
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Drawn(int pages, int width, int height, byte[] rgb) implements Answer {
        @Override
        public Frame frame() {
            return new Frame(
                    Kind.DRAWN,
                    new PayloadWriter()
                            .count(pages)
                            .count(width)
                            .count(height)
                            .block(rgb)
                            .bytes());
        }

        @Override
        public String toString() {
            return "Drawn[" + width + " x " + height + " of " + pages + " pages]";
        }
    }

    /**
     * The words of a page.
     *
     * @param pages of the document
     * @param words at most {@value #MOST} with {@value #LONGEST} bytes of text together, as they are read
     */
    record Located(int pages, List<PlacedWord> words) implements Answer {
        public static final int MOST = 10_000;
        /** Bytes of UTF-8 of all words together. */
        public static final int LONGEST = 1024 * 1024;

        public Located {
            words = List.copyOf(words);
        }

        @Override
        public Frame frame() {
            PayloadWriter out = new PayloadWriter().count(pages).count(words.size());
            for (PlacedWord word : words) {
                out.text(word.text()).fraction(word.x()).fraction(word.y());
                out.fraction(word.width()).fraction(word.height());
            }
            return new Frame(Kind.LOCATED, out.bytes());
        }

        @Override
        public String toString() {
            return "Located[" + words.size() + " words of " + pages + " pages]";
        }
    }

    /** The document cannot be read. {@code code} is one of the archive's words, checked by the archive. */
    record Refused(String code) implements Answer {
        @Override
        public Frame frame() {
            return new Frame(Kind.REFUSED, new PayloadWriter().text(code).bytes());
        }
    }

    /**
     * @param frame of kind FOUND, REFUSED, REDACTED, DRAWN or LOCATED
     * @throws FrameException when the payload is not well formed
     */
    static Answer decode(Frame frame) throws FrameException {
        PayloadReader in = new PayloadReader(frame.payload());
        Answer answer = switch (frame.kind()) {
            case FOUND -> found(in);
            case REFUSED -> new Refused(in.text(Kind.REFUSED.longest()));
            case REDACTED ->
                new Redacted(in.block(Redacted.LONGEST), in.count(Wire.MOST_ENTRIES), in.count(Wire.MOST_ENTRIES));
            case DRAWN -> drawn(in);
            case LOCATED -> located(in);
            case READY, QUESTION, REDACT, DRAW, LOCATE, BYTES, END -> throw FrameException.broken("not an answer");
        };
        in.end();
        return answer;
    }

    private static Drawn drawn(PayloadReader in) throws FrameException {
        int pages = in.count(Integer.MAX_VALUE);
        int width = in.count(PageWish.LONGEST_EDGE);
        int height = in.count(PageWish.LONGEST_EDGE);
        return new Drawn(pages, width, height, in.block(width * height * 3));
    }

    private static Located located(PayloadReader in) throws FrameException {
        int pages = in.count(Integer.MAX_VALUE);
        List<PlacedWord> words = new ArrayList<>();
        try {
            for (int left = in.count(Located.MOST); left > 0; left--) {
                words.add(new PlacedWord(
                        in.text(Wire.LONGEST_TEXT), in.fraction(), in.fraction(), in.fraction(), in.fraction()));
            }
        } catch (IllegalArgumentException e) {
            throw FrameException.broken("a word is not well formed");
        }
        return new Located(pages, words);
    }

    private static Found found(PayloadReader in) throws FrameException {
        String readers = in.text(Wire.LONGEST_TEXT);
        Map<String, String> metadata = new LinkedHashMap<>();
        for (int left = in.count(Wire.MOST_ENTRIES); left > 0; left--) {
            once(metadata.put(in.text(Wire.LONGEST_TEXT), in.text(Wire.LONGEST_TEXT)) == null);
        }
        Map<String, List<String>> raw = new LinkedHashMap<>();
        for (int left = in.count(Wire.MOST_ENTRIES); left > 0; left--) {
            once(raw.put(in.text(Wire.LONGEST_TEXT), values(in)) == null);
        }
        return new Found(metadata, raw, readers);
    }

    private static List<String> values(PayloadReader in) throws FrameException {
        String[] values = new String[in.count(Wire.MOST_ENTRIES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.text(Wire.LONGEST_TEXT);
        }
        return Stream.of(values).toList();
    }

    private static void once(boolean isFirst) throws FrameException {
        if (!isFirst) {
            throw FrameException.broken("a key is there twice");
        }
    }
}
