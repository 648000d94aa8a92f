package muhafiz.crypto.token;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muhafiz.crypto.IntegrityException;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) in the PHC string format. New hashes take OWASP's parameters (Password Storage Cheat Sheet: 19 MiB,
 * 2 passes, 1 lane); old ones are checked with the parameters they name, within bounds.
 */
final class Argon2id {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int HASH = 32;

    private static final int MOST_MEMORY_KIB = 65_536;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,5}),t=(\\d),p=([1-4])\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{22,86})");

    private Argon2id() {}

    static String hash(byte[] password) {
        byte[] salt = Randoms.bytes(SALT);
        byte[] hash = run(password, salt, MEMORY_KIB, PASSES, LANES, HASH);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** @throws IntegrityException when the string is no Argon2id hash of ours */
    static boolean matches(byte[] password, String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IntegrityException("a stored hash is not in the Argon2id PHC format");
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        int memory = bounded(Integer.parseInt(parts.group(1)));
        int passes = Integer.parseInt(parts.group(2));
        int lanes = Integer.parseInt(parts.group(3));
        return MessageDigest.isEqual(expected, run(password, salt, memory, passes, lanes, expected.length));
    }

    private static int bounded(int memoryKib) {
        if (memoryKib > MOST_MEMORY_KIB) {
            throw new IntegrityException("a stored hash asks for " + memoryKib + " KiB, at most " + MOST_MEMORY_KIB);
        }
        return memoryKib;
    }

    private static byte[] run(byte[] password, byte[] salt, int memoryKib, int passes, int lanes, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }
}
