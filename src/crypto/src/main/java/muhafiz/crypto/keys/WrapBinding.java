package muhafiz.crypto.keys;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The place of a wrapped key in the tree. It is authenticated with the wrap, so a wrap that was moved to another row, or
 * an older one put back, does not open. Byte table in package-info.
 *
 * @param version of the wrapped key, from 0
 * @param parent id of the key it is wrapped under (for an epoch key: of its root)
 * @param parentVersion of the parent, from 0
 */
public record WrapBinding(Level level, UUID id, int version, UUID parent, int parentVersion) {

    /** What the wrapped key is. */
    public enum Level {
        EPOCH(1),
        PAGE(2),
        LEAF(3);

        private final byte code;

        Level(int code) {
            this.code = (byte) code;
        }
    }

    static final int LENGTH = 42;
    private static final byte FORMAT = 1;

    public WrapBinding {
        if (version < 0 || parentVersion < 0) {
            throw new IllegalArgumentException("versions count from 0, were " + version + " under " + parentVersion);
        }
    }

    /** 42 bytes, the additional authenticated data of the wrap. */
    public byte[] encoded() {
        return ByteBuffer.allocate(LENGTH)
                .put(FORMAT)
                .put(level.code)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(version)
                .putLong(parent.getMostSignificantBits())
                .putLong(parent.getLeastSignificantBits())
                .putInt(parentVersion)
                .array();
    }
}
