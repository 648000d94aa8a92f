package muhafiz.crypto.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.PassingKey;
import muhafiz.crypto.Primitives;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Root keys as the bytes of a BCFKS key store (Bouncy Castle: AES-CCM and HMAC-SHA-512 under PBKDF2), and the 256-bit
 * password that a program, not a person, keeps for it.
 */
final class BcfksStore {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final int PASSWORD = 32;

    private BcfksStore() {}

    /** A new password: 64 hexadecimal digits. */
    static byte[] freshPassword() {
        return HexFormat.of().formatHex(Primitives.random(PASSWORD)).getBytes(US_ASCII);
    }

    /** @throws IntegrityException when the store was changed or the password is another */
    static Map<String, LeafKey> read(byte[] store, byte[] password) {
        char[] secret = characters(password);
        try {
            KeyStore keys = KeyStore.getInstance("BCFKS", BOUNCY_CASTLE);
            keys.load(new ByteArrayInputStream(store), secret);
            Map<String, LeafKey> roots = new TreeMap<>();
            for (String id : Collections.list(keys.aliases())) {
                roots.put(id, root(keys, id, secret));
            }
            return roots;
        } catch (GeneralSecurityException | IOException e) {
            throw new IntegrityException("the store of root keys does not open with its password", e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    static byte[] write(Map<String, LeafKey> roots, byte[] password) {
        char[] secret = characters(password);
        try {
            KeyStore keys = KeyStore.getInstance("BCFKS", BOUNCY_CASTLE);
            keys.load(null, secret);
            for (var root : roots.entrySet()) {
                put(keys, root.getKey(), root.getValue(), secret);
            }
            var store = new ByteArrayOutputStream();
            keys.store(store, secret);
            return store.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Bouncy Castle refused to write the store of root keys", e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static LeafKey root(KeyStore keys, String id, char[] secret) throws GeneralSecurityException {
        byte[] raw = Objects.requireNonNull(keys.getKey(id, secret), "a root key without a key")
                .getEncoded();
        try {
            return LeafKey.of(raw);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    private static void put(KeyStore keys, String id, LeafKey root, char[] secret) throws GeneralSecurityException {
        byte[] raw = root.exposed();
        try (var key = new PassingKey("AES", raw)) {
            keys.setKeyEntry(id, key, secret, null);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    private static char[] characters(byte[] password) {
        char[] characters = new char[password.length];
        for (int i = 0; i < password.length; i++) {
            characters[i] = (char) password[i];
        }
        return characters;
    }
}
