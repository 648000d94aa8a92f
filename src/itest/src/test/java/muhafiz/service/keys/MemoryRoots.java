package muhafiz.service.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.keys.RootGoneException;
import muhafiz.crypto.keys.RootKeys;

/** Roots in memory, fast enough for thousands of rotations. The true holders are tried by their own contract. */
final class MemoryRoots implements RootKeys {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> roots = new TreeMap<>();

    @Override
    public synchronized void create(String rootId) {
        roots.computeIfAbsent(rootId, id -> random.generateSeed(32));
    }

    @Override
    public synchronized Set<String> alive() {
        return new TreeSet<>(roots.keySet());
    }

    @Override
    public synchronized byte[] wrap(String rootId, byte[] secret, byte[] aad) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] closed = cipher(Cipher.ENCRYPT_MODE, rootId, nonce, aad, secret);
        return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
    }

    @Override
    public synchronized byte[] unwrap(String rootId, byte[] wrapped, byte[] aad) {
        ByteBuffer parts = ByteBuffer.wrap(wrapped);
        byte[] nonce = new byte[NONCE];
        byte[] closed = new byte[wrapped.length - NONCE];
        parts.get(nonce).get(closed);
        return cipher(Cipher.DECRYPT_MODE, rootId, nonce, aad, closed);
    }

    private byte[] cipher(int mode, String rootId, byte[] nonce, byte[] aad, byte[] in) {
        byte[] root = roots.get(rootId);
        if (root == null) {
            throw new RootGoneException(rootId);
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(root, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(aad);
            return cipher.doFinal(in);
        } catch (GeneralSecurityException e) {
            throw new IntegrityException("not a wrap of this root", e);
        }
    }

    @Override
    public synchronized void destroy(String rootId) {
        roots.remove(rootId);
    }

    @Override
    public void close() {}
}
