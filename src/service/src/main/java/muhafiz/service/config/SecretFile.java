package muhafiz.service.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import muhafiz.crypto.UnavailableException;

/** A file with one secret that only its owner may touch (mode 0600 or less). Read anew each time, so that a renewed secret is used. */
public record SecretFile(Path path) {
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rw-------");
    private static final Duration RETRY = Duration.ofSeconds(30);

    /**
     * The secret, without its line end.
     *
     * @throws IllegalStateException where others than the owner may touch the file, or it is empty
     * @throws UnavailableException where it cannot be read
     */
    public String content() {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
            if (!OWNERS.containsAll(mode)) {
                throw new IllegalStateException("the secret's file " + path + " has mode "
                        + PosixFilePermissions.toString(mode) + ", allowed is rw-------");
            }
            String secret = Files.readString(path).strip();
            if (secret.isEmpty()) {
                throw new IllegalStateException("the secret's file " + path + " is empty");
            }
            return secret;
        } catch (IOException e) {
            throw new UnavailableException("the secret's file " + path + " cannot be read", RETRY, e);
        }
    }
}
