package muhafiz.proof.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import muhafiz.proof.tree.Sha256;

/**
 * A key that signatures are checked with, as a "vkey" line (c2sp.org/signed-note, Verifier keys):
 *
 * <pre>
 * &lt;key name&gt;+hex(32-bit key ID)+base64(signature type || public key)
 * key ID = SHA-256(key name || 0x0A || signature type || public key)[:4]
 * </pre>
 *
 * @param name not empty, no spaces, no plus
 * @param kind of signatures
 * @param publicKey 32 bytes, RFC 8032
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, and compared by content
public record VerifierKey(String name, Kind kind, byte[] publicKey) {
    private static final Pattern FORM = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

    /** The signature types understood here, by their identifier byte. */
    public enum Kind {
        /** 0x01: Ed25519 over the text of a note. */
        ED25519(1),
        /** 0x04: time-stamped Ed25519 cosignature of a checkpoint (c2sp.org/tlog-cosignature). */
        COSIGNATURE(4);

        private final byte identifier;

        Kind(int identifier) {
            this.identifier = (byte) identifier;
        }

        private static Kind of(byte identifier) {
            for (Kind kind : values()) {
                if (kind.identifier == identifier) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("a key of signature type " + (identifier & 0xff) + " is not understood");
        }
    }

    public VerifierKey {
        KeyName.checked(name);
        publicKey = Ed25519.checkedPublicKey(publicKey);
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** The first four bytes of the hash over name, kind and key. */
    public int keyId() {
        byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(Sha256.of(named, typed())).getInt();
    }

    private byte[] typed() {
        return ByteBuffer.allocate(1 + publicKey.length)
                .put(kind.identifier)
                .put(publicKey)
                .array();
    }

    /** The vkey line, without a newline. */
    public String vkey() {
        return name + "+" + HexFormat.of().toHexDigits(keyId()) + "+" + StrictBase64.encode(typed());
    }

    /**
     * Reads a vkey line without its newline.
     *
     * @throws IllegalArgumentException when it is none, or of a kind not understood
     */
    public static VerifierKey parse(String vkey) {
        var parts = FORM.matcher(vkey);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a vkey is: name, plus, 8 hex digits, plus, Base 64");
        }
        byte[] typed = StrictBase64.decode("the key of a vkey", parts.group(3));
        var key = new VerifierKey(parts.group(1), Kind.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (HexFormat.fromHexDigits(parts.group(2)) != key.keyId()) {
            throw new IllegalArgumentException("the key ID of the vkey of " + key.name() + " is not that of its key");
        }
        return key;
    }

    /** Whether {@code signature} says that it is this key's. */
    public boolean isNamedBy(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == keyId();
    }

    /** Whether {@code signature} is this key's signature of a note of this text. */
    public boolean verifies(String text, NoteSignature signature) {
        return switch (kind) {
            case ED25519 -> Ed25519.verifies(publicKey, text.getBytes(StandardCharsets.UTF_8), signature.signature());
            case COSIGNATURE ->
                Cosignature.of(signature)
                        .map(cosignature -> cosignature.verifies(publicKey, text))
                        .orElse(false);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && name.equals(that.name)
                && kind == that.kind
                && Arrays.equals(publicKey, that.publicKey);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, kind, Arrays.hashCode(publicKey));
    }

    @Override
    public String toString() {
        return vkey();
    }
}
