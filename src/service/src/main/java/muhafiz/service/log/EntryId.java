package muhafiz.service.log;

import java.nio.ByteBuffer;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.proof.log.LogLeaf;

/** An entry's id and its salt: the id is the salt's first half, so a row that was lost gets its id back from the leaf. */
final class EntryId {
    private static final int SALT = 32;

    private EntryId() {}

    /** A fresh salt of 32 bytes for the entry of that random id. */
    static byte[] salt(UUID entry) {
        return ByteBuffer.allocate(SALT)
                .putLong(entry.getMostSignificantBits())
                .putLong(entry.getLeastSignificantBits())
                .put(Randoms.bytes(SALT / 2))
                .array();
    }

    static UUID of(LogLeaf leaf) {
        ByteBuffer salt = ByteBuffer.wrap(leaf.salt());
        return new UUID(salt.getLong(), salt.getLong());
    }
}
