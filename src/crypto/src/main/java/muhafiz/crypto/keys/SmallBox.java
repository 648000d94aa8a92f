package muhafiz.crypto.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.PassingKey;
import muhafiz.crypto.Primitives;

/**
 * AES-256-GCM for a few bytes under a random 96-bit nonce: version byte 1, nonce, ciphertext, tag. At most 2^32 of them
 * under one key (SP 800-38D §8.3); a root wraps one epoch, an epoch a few ten thousand pages, a page 256 leaves.
 */
final class SmallBox {
    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG = 16;

    /** What a box is longer than its content, in bytes. */
    static final int OVERHEAD = 1 + NONCE + TAG;

    /** A key, in this memory or in a token, that puts itself into a cipher. */
    interface Keyed {
        /** AES-GCM under the key, ready for this nonce. */
        Cipher cipher(int mode, GCMParameterSpec nonce) throws GeneralSecurityException;
    }

    private SmallBox() {}

    static byte[] close(byte[] key, byte[] content, byte[] aad) {
        try {
            return close(inMemory(key), content, aad);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to wrap", e);
        }
    }

    /** @throws IntegrityException when key, box or additional data are not those it was closed with */
    static byte[] open(byte[] key, byte[] box, byte[] aad) {
        try {
            return open(inMemory(key), box, aad);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to unwrap", e);
        }
    }

    /** @throws GeneralSecurityException when the key's holder fails */
    static byte[] close(Keyed key, byte[] content, byte[] aad) throws GeneralSecurityException {
        byte[] nonce = Primitives.random(NONCE);
        byte[] box = new byte[content.length + OVERHEAD];
        ByteBuffer.wrap(box).put(FORMAT).put(nonce);
        Cipher cipher = key.cipher(Cipher.ENCRYPT_MODE, nonceOf(box));
        cipher.updateAAD(aad);
        cipher.doFinal(content, 0, content.length, box, 1 + NONCE);
        return box;
    }

    /**
     * @throws IntegrityException when key, box or additional data are not those it was closed with
     * @throws GeneralSecurityException when the key's holder fails
     */
    static byte[] open(Keyed key, byte[] box, byte[] aad) throws GeneralSecurityException {
        if (box.length < OVERHEAD || box[0] != FORMAT) {
            throw new IntegrityException("this is no wrapped key of format " + FORMAT);
        }
        try {
            Cipher cipher = key.cipher(Cipher.DECRYPT_MODE, nonceOf(box));
            cipher.updateAAD(aad);
            return cipher.doFinal(box, 1 + NONCE, box.length - 1 - NONCE);
        } catch (AEADBadTagException e) {
            throw new IntegrityException("a wrapped key does not open in its place", e);
        }
    }

    private static GCMParameterSpec nonceOf(byte[] box) {
        return new GCMParameterSpec(TAG * 8, box, 1, NONCE);
    }

    private static Keyed inMemory(byte[] raw) {
        return (mode, nonce) -> {
            try (var key = new PassingKey("AES", raw)) {
                Cipher cipher = Primitives.aesGcm();
                cipher.init(mode, key, nonce);
                return cipher;
            }
        };
    }
}
