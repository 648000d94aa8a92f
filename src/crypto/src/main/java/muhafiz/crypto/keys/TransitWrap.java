package muhafiz.crypto.keys;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.crypto.IntegrityException;

/**
 * A wrap as Vault's Transit makes it, in bytes: format 2, the key's version (4), then what Transit put in base64 (nonce,
 * ciphertext, tag). Kept as text, characters could be changed without anyone noticing, as base64 leaves bits unused.
 */
final class TransitWrap {
    private static final byte FORMAT = 2;
    private static final int HEAD = 1 + Integer.BYTES;
    private static final int NONCE_AND_TAG = 12 + 16;
    private static final Pattern CIPHERTEXT = Pattern.compile("vault:v([1-9]\\d{0,8}):([A-Za-z0-9+/]+={0,2})");

    private TransitWrap() {}

    /** Empty when this is not the ciphertext of an AEAD key as Transit writes it. */
    static Optional<byte[]> bytes(String ciphertext) {
        Matcher parts = CIPHERTEXT.matcher(ciphertext);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] sealed = Base64.getDecoder().decode(parts.group(2));
        return Optional.of(ByteBuffer.allocate(HEAD + sealed.length)
                .put(FORMAT)
                .putInt(Integer.parseInt(parts.group(1)))
                .put(sealed)
                .array());
    }

    /** @throws IntegrityException when this is no such wrap */
    static String text(byte[] wrapped) {
        if (wrapped.length < HEAD + NONCE_AND_TAG || wrapped[0] != FORMAT) {
            throw new IntegrityException("this is no wrapped key of format " + FORMAT);
        }
        int version = ByteBuffer.wrap(wrapped, 1, Integer.BYTES).getInt();
        if (version < 1) {
            throw new IntegrityException("a wrapped key names version " + version + " of its root");
        }
        byte[] sealed = Arrays.copyOfRange(wrapped, HEAD, wrapped.length);
        return "vault:v" + version + ":" + Base64.getEncoder().encodeToString(sealed);
    }
}
