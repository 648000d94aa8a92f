package muhafiz.stand.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords and keys of the stand's own programs: generated once, one file (0600) each, read ever after. */
public final class Secrets {
    private static final int RANDOM_BYTES = 24;

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** The file of this secret, generated now where it is missing: 192 random bits in hexadecimal. */
    public Path file(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            write(name, generated());
        }
        return file;
    }

    /** The secret itself, generated now where it is missing. */
    public String value(String name) {
        try {
            return Files.readString(file(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a secret that comes from elsewhere and answers its file. */
    public Path write(String name, String value) {
        try {
            Path file = folder.resolve(name);
            PrivateFiles.write(file, value + "\n");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 192 random bits in hexadecimal. */
    public static String generated() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
