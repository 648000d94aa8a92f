package muhafiz.inspect.frame;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Takes a payload apart that may be hostile: nothing is believed before it is measured. */
final class PayloadReader {
    private final ByteBuffer bytes;

    PayloadReader(byte[] payload) throws FrameException {
        this.bytes = ByteBuffer.wrap(payload);
        need(1);
        if (bytes.get() != PayloadWriter.FORMAT) {
            throw FrameException.broken("payload of an unknown format");
        }
    }

    long number() throws FrameException {
        need(Long.BYTES);
        return bytes.getLong();
    }

    /** A count of things that follow, 0 to {@code most}. */
    int count(int most) throws FrameException {
        need(Integer.BYTES);
        int count = bytes.getInt();
        if (count < 0 || count > most) {
            throw FrameException.broken("count outside 0 to " + most);
        }
        return count;
    }

    /** Text of at most {@code longest} bytes of strict UTF-8. */
    String text(int longest) throws FrameException {
        int length = checked(longest);
        ByteBuffer slice = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(slice)
                    .toString();
        } catch (CharacterCodingException e) {
            throw FrameException.broken("text is not UTF-8");
        }
    }

    /** At most {@code longest} bytes. */
    byte[] block(int longest) throws FrameException {
        byte[] block = new byte[checked(longest)];
        bytes.get(block);
        return block;
    }

    private int checked(int longest) throws FrameException {
        int length = count(longest);
        need(length);
        return length;
    }

    double fraction() throws FrameException {
        return Double.longBitsToDouble(number());
    }

    /** Nothing may be left. */
    void end() throws FrameException {
        if (bytes.hasRemaining()) {
            throw FrameException.broken(bytes.remaining() + " bytes left over after the last member");
        }
    }

    private void need(int length) throws FrameException {
        if (bytes.remaining() < length) {
            throw FrameException.broken("payload ends inside a member");
        }
    }
}
