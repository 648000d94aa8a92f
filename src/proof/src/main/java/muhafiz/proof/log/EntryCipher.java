package muhafiz.proof.log;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The cipher of one entry: its key comes from the log key and the entry's own salt. */
final class EntryCipher {
    static final int TAG_LENGTH = 16;
    private static final byte[] INFO = Hashes.ascii("muhafiz log entry v1");
    private static final int NONCE_LENGTH = 12;

    private final byte[] logKey;
    private final byte[] salt;
    private final byte[] commitment;
    private final byte[] header;

    /** {@code header}: everything before the ciphertext. The arrays are read, not kept beyond the call that follows. */
    EntryCipher(byte[] logKey, byte[] salt, byte[] commitment, byte[] header) {
        this.logKey = logKey;
        this.salt = salt;
        this.commitment = commitment;
        this.header = header;
    }

    byte[] seal(byte[] plaintext) {
        try {
            return run(Cipher.ENCRYPT_MODE, plaintext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    /** Empty when the log key is not the one this was sealed with, or when any byte was changed since: GCM cannot tell. */
    Optional<byte[]> open(byte[] ciphertext) {
        try {
            return Optional.of(run(Cipher.DECRYPT_MODE, ciphertext));
        } catch (AEADBadTagException notOurs) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    private byte[] run(int mode, byte[] in) throws GeneralSecurityException {
        byte[] key = Hashes.hkdfSha512(logKey, salt, INFO);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_LENGTH * 8, commitment, 0, NONCE_LENGTH));
            cipher.updateAAD(header);
            return cipher.doFinal(in);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
