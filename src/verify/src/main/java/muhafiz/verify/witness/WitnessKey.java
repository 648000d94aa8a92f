package muhafiz.verify.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import muhafiz.proof.tlog.Cosigner;
import muhafiz.verify.line.UnreadableException;

/**
 * The key of a witness in a file: the name, a newline, the 32 bytes of the seed in hex, a newline. Readable by its owner only.
 */
final class WitnessKey {
    private static final int LENGTH = 32;

    private WitnessKey() {}

    /** Makes a key where there is none. */
    static void create(Path file, String name) throws IOException {
        byte[] seed = new byte[LENGTH];
        new SecureRandom().nextBytes(seed);
        try (var cosigner = new Cosigner(name, seed);
                var out = Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            String text = cosigner.key().name() + "\n" + HexFormat.of().formatHex(seed) + "\n";
            out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** Reads the key; refuses one that others may read. */
    static Cosigner read(Path file) throws IOException {
        var mine = PosixFilePermissions.fromString("rw-------");
        if (!mine.containsAll(EnumSet.copyOf(Files.getPosixFilePermissions(file)))) {
            throw new UnreadableException(file + " may be read by its owner only (0600)");
        }
        String[] lines = Files.readString(file).split("\n", -1);
        try {
            return new Cosigner(lines[0], HexFormat.of().parseHex(lines.length > 1 ? lines[1] : ""));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(file + " is no key of a witness", e);
        }
    }
}
