package muhafiz.crypto.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.GCMParameterSpec;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.PassingKey;
import muhafiz.crypto.Primitives;
import muhafiz.crypto.keys.LeafKey;

/**
 * One message of Cobblestone-256 (c2sp.org/chunked-encryption, AES-256-GCM with SHA-512): its derived key and its chunks, by number. Knows
 * nothing of files, segments or padding. Not for use by several threads; closing wipes the derived key.
 */
final class Cobblestone implements AutoCloseable {
    /** Plaintext bytes of every chunk but the last, which is always shorter. */
    static final int CHUNK = 16_384;

    static final int TAG = 16;
    static final int SEALED_CHUNK = CHUNK + TAG;
    static final int SALT = 24;

    /** Salt and commitment, before the first chunk. */
    static final int HEADER = SALT + 32;

    /** The specification's bound on the number of chunks. */
    static final long MOST_CHUNKS = 1L << 38;

    private static final byte[] PREFIX = "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0".getBytes(US_ASCII);
    private static final int KEY = 32;
    private static final int NONCE = 12;

    private final byte[] header;
    private final PassingKey key;
    private final byte[] baseNonce;
    private final Cipher cipher = Primitives.aesGcm();

    private Cobblestone(LeafKey input, byte[] context, byte[] salt) {
        byte[] derived = input.expand(info(salt, context), KEY + NONCE + HEADER - SALT);
        byte[] raw = Arrays.copyOfRange(derived, 0, KEY);
        key = new PassingKey("AES", raw);
        baseNonce = Arrays.copyOfRange(derived, KEY, KEY + NONCE);
        header = ByteBuffer.allocate(HEADER)
                .put(salt)
                .put(derived, KEY + NONCE, HEADER - SALT)
                .array();
        Arrays.fill(raw, (byte) 0);
        Arrays.fill(derived, (byte) 0);
    }

    /** A new message; its salt is 24 bytes that were never used with this key. */
    static Cobblestone sealing(LeafKey input, byte[] context, byte[] salt) {
        if (salt.length != SALT) {
            throw new IllegalArgumentException("a salt has " + SALT + " bytes, not " + salt.length);
        }
        return new Cobblestone(input, context, salt);
    }

    /**
     * The message that begins with this header.
     *
     * @throws IntegrityException when the commitment is not that of this key, context and salt
     */
    static Cobblestone opening(LeafKey input, byte[] context, byte[] header) {
        if (header.length != HEADER) {
            throw new IntegrityException("a sealed message begins with " + HEADER + " bytes, found " + header.length);
        }
        var message = new Cobblestone(input, context, Arrays.copyOf(header, SALT));
        if (!MessageDigest.isEqual(header, message.header)) {
            message.close();
            throw new IntegrityException("a sealed message does not belong to this key and context");
        }
        return message;
    }

    byte[] header() {
        return header.clone();
    }

    /** Seals {@code length} bytes as the chunk of this number; returns length + 16 sealed bytes. */
    byte[] seal(long chunk, byte[] plaintext, int length) {
        byte[] sealed = new byte[length + TAG];
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, nonce(chunk));
            cipher.doFinal(plaintext, 0, length, sealed, 0);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to seal", e);
        }
    }

    /**
     * Opens a sealed chunk into {@code plaintext} from its start; returns how many bytes it had.
     *
     * @throws IntegrityException when the chunk was changed or is not the one of this number; nothing of it is left in {@code plaintext}
     */
    int open(long chunk, byte[] sealed, int from, int length, byte[] plaintext) {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, nonce(chunk));
            return cipher.doFinal(sealed, from, length, plaintext, 0);
        } catch (AEADBadTagException | ShortBufferException e) {
            Arrays.fill(plaintext, (byte) 0);
            throw new IntegrityException("chunk " + chunk + " of a sealed message was changed", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to open", e);
        }
    }

    @Override
    public void close() {
        key.close();
        Arrays.fill(baseNonce, (byte) 0);
    }

    private GCMParameterSpec nonce(long chunk) {
        if (chunk < 0 || chunk >= MOST_CHUNKS) {
            throw new IllegalArgumentException("chunk numbers end before 2^38, was " + chunk);
        }
        byte[] nonce = baseNonce.clone();
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[NONCE - 1 - i] ^= (byte) (chunk >>> (8 * i));
        }
        return new GCMParameterSpec(TAG * 8, nonce);
    }

    private static byte[] info(byte[] salt, byte[] context) {
        return ByteBuffer.allocate(PREFIX.length + SALT + context.length)
                .put(PREFIX)
                .put(salt)
                .put(context)
                .array();
    }
}
