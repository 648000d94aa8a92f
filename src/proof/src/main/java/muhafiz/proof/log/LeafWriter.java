package muhafiz.proof.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the few shapes a leaf is made of. */
final class LeafWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    LeafWriter number(long value, int width) {
        byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        out.write(all, Long.BYTES - width, width);
        return this;
    }

    LeafWriter bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** A length of {@code width} bytes and the text in UTF-8. */
    LeafWriter text(String text, int width) {
        byte[] utf8 = utf8(text);
        return number(utf8.length, width).bytes(utf8);
    }

    byte[] written() {
        return out.toByteArray();
    }

    /** What was written, and zeros up to the next whole multiple of {@code block}. */
    byte[] padded(int block) {
        byte[] written = out.toByteArray();
        return Arrays.copyOf(written, (written.length + block - 1) / block * block);
    }

    /** Strict: a lone surrogate would come back as a question mark, so it is refused. */
    static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "text of " + text.length() + " characters is not well-formed Unicode", e);
        }
    }
}
