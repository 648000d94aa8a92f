package muhafiz.proof.tlog;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * One signature line of a signed note (c2sp.org/signed-note, Signatures):
 *
 * <pre>
 * — &lt;key name&gt; base64(32-bit key ID, big-endian || signature)
 * </pre>
 *
 * <p>that is: em dash (U+2014), space, name, space, Base 64, and a newline.
 *
 * @param name of the key: not empty, no spaces, no plus
 * @param keyId with the name it tells which key signed, and how
 * @param signature at least one byte; what it means is the key's business
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, and compared by content
public record NoteSignature(String name, int keyId, byte[] signature) {
    private static final String START = "\u2014 ";

    public NoteSignature {
        KeyName.checked(name);
        if (signature.length == 0) {
            throw new IllegalArgumentException("a signature has at least one byte");
        }
        signature = signature.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** The line with its newline. */
    public String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return START + name + " " + StrictBase64.encode(bytes) + "\n";
    }

    /**
     * Reads a line that may be anyone's.
     *
     * @param line without its newline
     * @throws IllegalArgumentException when it is no signature line
     */
    public static NoteSignature parse(String line) {
        int space = line.indexOf(' ', START.length());
        if (!line.startsWith(START) || space < 0) {
            throw new IllegalArgumentException("a signature line is: em dash, space, key name, space, Base 64");
        }
        byte[] bytes = StrictBase64.decode("a signature", line.substring(space + 1));
        if (bytes.length <= Integer.BYTES) {
            throw new IllegalArgumentException("a signature has more than 4 bytes, was " + bytes.length);
        }
        return new NoteSignature(
                line.substring(START.length(), space),
                ByteBuffer.wrap(bytes).getInt(),
                Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && name.equals(that.name)
                && keyId == that.keyId
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, keyId, Arrays.hashCode(signature));
    }
}
