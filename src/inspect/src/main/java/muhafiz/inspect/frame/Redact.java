package muhafiz.inspect.frame;

import java.util.ArrayList;
import java.util.List;
import muhafiz.inspect.redaction.Mark;
import muhafiz.inspect.redaction.Marks;

/**
 * The wish for a document without something, before its bytes follow.
 *
 * @param length bytes that will follow, not negative
 */
public record Redact(Marks marks, long length) implements Asked {
    public Redact {
        if (length < 0) {
            throw new IllegalArgumentException("length must not be negative, was " + length);
        }
    }

    @Override
    public Frame frame() {
        PayloadWriter out =
                new PayloadWriter().number(length).count(marks.areas().size());
        for (Mark mark : marks.areas()) {
            out.count(mark.page());
            out.fraction(mark.x()).fraction(mark.y());
            out.fraction(mark.width()).fraction(mark.height());
        }
        out.count(marks.words().size());
        marks.words().forEach(out::text);
        return new Frame(Kind.REDACT, out.bytes());
    }

    /** @param payload of a frame of kind REDACT */
    public static Redact decode(byte[] payload) throws FrameException {
        PayloadReader in = new PayloadReader(payload);
        long length = in.number();
        try {
            List<Mark> areas = new ArrayList<>();
            for (int left = in.count(Marks.MOST_AREAS); left > 0; left--) {
                areas.add(new Mark(
                        in.count(Integer.MAX_VALUE), in.fraction(), in.fraction(), in.fraction(), in.fraction()));
            }
            List<String> words = new ArrayList<>();
            for (int left = in.count(Marks.MOST_WORDS); left > 0; left--) {
                words.add(in.text(Wire.LONGEST_TEXT));
            }
            in.end();
            return new Redact(new Marks(areas, words), length);
        } catch (IllegalArgumentException e) {
            throw FrameException.broken("wish is not well formed");
        }
    }
}
