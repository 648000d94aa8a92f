package muhafiz.inspect.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** The document cannot be read. {@code code} is one of the archive's words, checked by the archive. */
    record Refused(String code) implements Answer {
        @Override
        public Frame frame() {
            return new Frame(Kind.REFUSED, new PayloadWriter().text(code).bytes());
        }
    }

    /**
     * @param frame of kind FOUND, REFUSED or REDACTED
     * @throws FrameException when the payload is not well formed
     */
    static Answer decode(Frame frame) throws FrameException {
        PayloadReader in = new PayloadReader(frame.payload());
        Answer answer = switch (frame.kind()) {
            case FOUND -> found(in);
            case REFUSED -> new Refused(in.text(Kind.REFUSED.longest()));
            case REDACTED ->
                new Redacted(in.block(Redacted.LONGEST), in.count(Wire.MOST_ENTRIES), in.count(Wire.MOST_ENTRIES));
            case READY, QUESTION, REDACT, BYTES, END -> throw FrameException.broken("not an answer");
        };
        in.end();
        return answer;
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
