package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.Primitives;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;

/**
 * The public half of a quorum's key pair: it closes keys that only enough custodians together open. HPKE (RFC 9180, base mode) with X-Wing
 * (X25519 and ML-KEM-768 in one), HKDF-SHA-256 and AES-256-GCM; the wrap's place is both info and additional data. Immutable.
 */
public final class QuorumKey {
    /** Length of the encoded key in bytes. */
    public static final int LENGTH = 1216;

    static final int ENCAPSULATED = 1120;
    static final byte FORMAT = 3;
    private static final int TAG = 16;
    private static final String VOUCHER = "quorum ";

    private final byte[] encoded;

    private QuorumKey(byte[] encoded) {
        this.encoded = encoded;
    }

    /**
     * @param encoded X-Wing's public key
     * @throws IntegrityException where it has another length
     */
    public static QuorumKey of(byte[] encoded) {
        if (encoded.length != LENGTH) {
            throw new IntegrityException("a quorum's public key has " + LENGTH + " bytes, not " + encoded.length);
        }
        return new QuorumKey(encoded.clone());
    }

    static HPKE scheme() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    public byte[] encoded() {
        return encoded.clone();
    }

    /** The child, closed for this place only: format 3, 1,120 bytes of encapsulation, 48 of ciphertext. */
    public byte[] wrap(LeafKey child, WrapBinding binding) {
        byte[] place = binding.encoded();
        byte[] secret = child.exposed();
        try {
            HPKE scheme = scheme();
            HPKEContextWithEncapsulation sender = scheme.setupBaseS(scheme.deserializePublicKey(encoded), place);
            byte[] sealed = sender.seal(place, secret);
            return ByteBuffer.allocate(1 + ENCAPSULATED + sealed.length)
                    .put(FORMAT)
                    .put(sender.getEncapsulation())
                    .put(sealed)
                    .array();
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("HPKE refused to seal", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    static int wrapLength() {
        return 1 + ENCAPSULATED + LeafKey.LENGTH + TAG;
    }

    /**
     * What whoever holds an epoch's key says for this public key under this name, so that nobody who can write to the database puts their
     * own in its place. 32 bytes.
     */
    public byte[] voucher(LeafKey epoch, String name) {
        byte[] digest = Primitives.sha256().digest(encoded);
        String label = VOUCHER + name + " " + HexFormat.of().formatHex(digest);
        if (!US_ASCII.newEncoder().canEncode(label)) {
            throw new IllegalArgumentException("a quorum's name is ASCII");
        }
        return epoch.derive(label, LeafKey.LENGTH);
    }

    /** @throws IntegrityException where the voucher is not that of this epoch's key for this public key and name */
    public void checkVoucher(LeafKey epoch, String name, byte[] voucher) {
        if (!MessageDigest.isEqual(voucher(epoch, name), voucher)) {
            throw new IntegrityException("the public key of " + name + " is not the one that was vouched for");
        }
    }
}
