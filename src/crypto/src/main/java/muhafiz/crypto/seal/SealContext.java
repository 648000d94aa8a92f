package muhafiz.crypto.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What a sealed message is and where it belongs; bound into its key, so it opens nowhere else. Byte table in package-info.
 *
 * @param archive the archive's own id
 * @param owner the document, case, person or request that the value belongs to
 * @param version the version of it
 * @param part "original", "text", "page-1", "about", a field's name: 1 to 100 visible ASCII characters, no slash
 */
public record SealContext(UUID archive, UUID owner, UUID version, String part) {
    private static final byte FORMAT = 1;
    private static final int IDS = 3 * 16;

    public SealContext {
        if (!part.matches("[\\x21-\\x2e\\x30-\\x7e]{1,100}")) {
            throw new IllegalArgumentException("a part is 1 to 100 visible ASCII characters without a slash");
        }
    }

    /** Format byte 1, the three ids, the part. */
    public byte[] encoded() {
        var bytes = ByteBuffer.allocate(1 + IDS + part.length()).put(FORMAT);
        put(bytes, archive);
        put(bytes, owner);
        put(bytes, version);
        return bytes.put(part.getBytes(US_ASCII)).array();
    }

    /** How messages name it: by its random ids. */
    @Override
    public String toString() {
        return part + " of version " + version;
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
