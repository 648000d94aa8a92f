package muhafiz.crypto.keys;

import java.util.Arrays;
import muhafiz.crypto.IntegrityException;

/**
 * Keys under keys: AES-256-GCM whose additional data is the wrap's place in the tree ({@link WrapBinding}). A wrap has 61
 * bytes: version byte 1, 12 bytes nonce, 32 bytes key, 16 bytes tag. The parent does not encrypt itself but through a key
 * derived for wrapping, so that nothing else done with it can meet a wrap.
 */
public final class KeyWrap {
    /** Length of a wrapped key under a parent key, in bytes. */
    public static final int LENGTH = LeafKey.LENGTH + SmallBox.OVERHEAD;

    private static final String LABEL = "wrap";

    private KeyWrap() {}

    /** The child, closed under the parent for this place only. */
    public static byte[] wrap(LeafKey parent, LeafKey child, WrapBinding binding) {
        byte[] wrapping = parent.derive(LABEL, LeafKey.LENGTH);
        byte[] secret = child.exposed();
        try {
            return SmallBox.close(wrapping, secret, binding.encoded());
        } finally {
            wipe(wrapping, secret);
        }
    }

    /** @throws IntegrityException when the wrap was changed or moved, or the parent is another */
    public static LeafKey unwrap(LeafKey parent, byte[] wrapped, WrapBinding binding) {
        byte[] wrapping = parent.derive(LABEL, LeafKey.LENGTH);
        try {
            return taken(SmallBox.open(wrapping, wrapped, binding.encoded()));
        } finally {
            wipe(wrapping);
        }
    }

    /** The same under a root key, wherever it is held. */
    public static byte[] wrap(RootKeys roots, String rootId, LeafKey child, WrapBinding binding) {
        byte[] secret = child.exposed();
        try {
            return roots.wrap(rootId, secret, binding.encoded());
        } finally {
            wipe(secret);
        }
    }

    /**
     * @throws RootGoneException when the root is not alive
     * @throws IntegrityException when the wrap was changed or moved, or the root is another
     */
    public static LeafKey unwrap(RootKeys roots, String rootId, byte[] wrapped, WrapBinding binding) {
        return taken(roots.unwrap(rootId, wrapped, binding.encoded()));
    }

    private static LeafKey taken(byte[] secret) {
        try {
            if (secret.length != LeafKey.LENGTH) {
                throw new IntegrityException("a wrapped key has " + secret.length + " bytes, not " + LeafKey.LENGTH);
            }
            return LeafKey.of(secret);
        } finally {
            wipe(secret);
        }
    }

    private static void wipe(byte[]... secrets) {
        for (byte[] secret : secrets) {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
