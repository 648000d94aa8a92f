package muhafiz.bench.seal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM of the JDK's own provider, in pieces of 16 KiB with a nonce each, and nothing else. */
final class BareCipher {
    private static final int PIECE = 16_384;
    private static final int TAG = 16;
    private static final int NONCE = 12;

    private final Cipher cipher;
    private final SecretKeySpec key;
    private long counter;

    BareCipher(byte[] key) throws GeneralSecurityException {
        this.cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        this.key = new SecretKeySpec(key, "AES");
    }

    byte[] seal(byte[] plain) throws GeneralSecurityException {
        int pieces = (plain.length + PIECE - 1) / PIECE;
        byte[] sealed = new byte[Long.BYTES + plain.length + pieces * TAG];
        ByteBuffer.wrap(sealed).putLong(counter);
        int to = Long.BYTES;
        for (int from = 0; from < plain.length; from += PIECE) {
            cipher.init(Cipher.ENCRYPT_MODE, key, nonce(counter++));
            to += cipher.doFinal(plain, from, Math.min(PIECE, plain.length - from), sealed, to);
        }
        return sealed;
    }

    /** The same, with the two hashes of which a receipt and the store have need. */
    byte[] sealAndHash(byte[] plain) throws GeneralSecurityException {
        byte[] sealed = seal(plain);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] ofPlain = sha256.digest(plain);
        sealed[0] ^= (byte) (ofPlain[0] ^ sha256.digest(sealed)[0]);
        return sealed;
    }

    byte[] open(byte[] sealed) throws GeneralSecurityException {
        long number = ByteBuffer.wrap(sealed).getLong();
        byte[] plain = new byte[sealed.length];
        int to = 0;
        for (int from = Long.BYTES; from < sealed.length; from += PIECE + TAG) {
            cipher.init(Cipher.DECRYPT_MODE, key, nonce(number++));
            to += cipher.doFinal(sealed, from, Math.min(PIECE + TAG, sealed.length - from), plain, to);
        }
        return plain;
    }

    private static GCMParameterSpec nonce(long number) {
        return new GCMParameterSpec(
                TAG * 8, ByteBuffer.allocate(NONCE).putLong(number).array());
    }
}
