package muhafiz.proof.tree;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The hash of a leaf or of a subtree.
 *
 * @param bytes 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, and compared by content
public record TreeHash(byte[] bytes) {
    public static final int LENGTH = 32;

    public TreeHash {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash of the tree is " + LENGTH + " bytes, was " + bytes.length);
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
