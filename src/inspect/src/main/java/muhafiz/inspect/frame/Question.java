package muhafiz.inspect.frame;

import java.util.regex.Pattern;

/**
 * What the archive asks before the document's bytes follow.
 *
 * @param mediaType as found by content at intake, lower case
 * @param length bytes that will follow, not negative
 */
public record Question(String mediaType, long length) implements Asked {
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,100}/[a-z0-9][a-z0-9.+-]{0,100}");

    public Question {
        if (!isMediaType(mediaType)) {
            throw new IllegalArgumentException("not a media type in lower case, without parameters");
        }
        if (length < 0) {
            throw new IllegalArgumentException("length must not be negative, was " + length);
        }
    }

    /** Whether {@code text} is a media type in lower case, without parameters. */
    public static boolean isMediaType(String text) {
        return MEDIA_TYPE.matcher(text).matches();
    }

    @Override
    public Frame frame() {
        return new Frame(Kind.QUESTION, encoded());
    }

    public byte[] encoded() {
        return new PayloadWriter().text(mediaType).number(length).bytes();
    }

    public static Question decode(byte[] payload) throws FrameException {
        PayloadReader in = new PayloadReader(payload);
        String mediaType = in.text(Kind.QUESTION.longest());
        long length = in.number();
        in.end();
        try {
            return new Question(mediaType, length);
        } catch (IllegalArgumentException e) {
            throw FrameException.broken("question is not well formed");
        }
    }
}
