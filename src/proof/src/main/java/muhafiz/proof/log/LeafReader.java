package muhafiz.proof.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads what {@link LeafWriter} wrote, out of bytes nobody vouches for: any surprise is an IllegalArgumentException. */
final class LeafReader {
    private final ByteBuffer in;

    LeafReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    long number(int width) {
        long value = 0;
        for (byte b : bytes(width)) {
            value = value << 8 | (b & 0xff);
        }
        return value;
    }

    byte[] bytes(int length) {
        if (length > in.remaining()) {
            throw new IllegalArgumentException(
                    "the bytes end after " + in.limit() + ", " + (length - in.remaining()) + " too early");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    String text(int width) {
        byte[] utf8 = bytes((int) number(width));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("text of " + utf8.length + " bytes is not UTF-8", e);
        }
    }

    byte[] rest() {
        return bytes(in.remaining());
    }
}
