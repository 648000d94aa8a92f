package muhafiz.domain.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The policy that ships with the archive, for tests. */
public final class ShippedPolicy {
    private static final Path FILE = Path.of("..", "..", "config", "policy.yaml");

    private ShippedPolicy() {}

    public static String yaml() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Policy read() {
        return PolicyFile.read(yaml());
    }
}
