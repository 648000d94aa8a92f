package muhafiz.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/**
 * The primitives, each from the JDK's own provider, asked for by instance: whatever else a server registers, the bulk
 * cipher stays the fast one. For the rooms inside crypto only.
 */
public final class Primitives {
    private static final Provider CIPHERS = provider("SunJCE");
    private static final Provider DIGESTS = provider("SUN");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Primitives() {}

    /** AES-GCM, not yet initialised. */
    public static Cipher aesGcm() {
        return of(() -> Cipher.getInstance("AES/GCM/NoPadding", CIPHERS));
    }

    /** HMAC with SHA-256, keyed. */
    public static Mac hmacSha256(byte[] key) {
        return keyed("HmacSHA256", key);
    }

    /** HMAC with SHA-512, keyed. */
    public static Mac hmacSha512(byte[] key) {
        return keyed("HmacSHA512", key);
    }

    public static MessageDigest sha256() {
        return of(() -> MessageDigest.getInstance("SHA-256", DIGESTS));
    }

    /** For the Content-MD5 header of a transport and nothing else: MD5 protects nothing. */
    public static MessageDigest md5() {
        return of(() -> MessageDigest.getInstance("MD5", DIGESTS));
    }

    /** For the Upload-Checksum of tus, where every server must know it: SHA-1 finds errors of a line and proves nothing. */
    public static MessageDigest sha1() {
        return of(() -> MessageDigest.getInstance("SHA-1", DIGESTS));
    }

    /** Random bytes from the operating system. */
    public static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static Mac keyed(String algorithm, byte[] key) {
        return of(() -> {
            try (var passing = new PassingKey(algorithm, key)) {
                Mac mac = Mac.getInstance(algorithm, CIPHERS);
                mac.init(passing);
                return mac;
            }
        });
    }

    private static Provider provider(String name) {
        return Objects.requireNonNull(Security.getProvider(name), () -> "this Java has no provider " + name);
    }

    private static <T> T of(Lookup<T> lookup) {
        try {
            return lookup.primitive();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks a primitive of crypto", e);
        }
    }

    private interface Lookup<T> {
        T primitive() throws GeneralSecurityException;
    }
}
