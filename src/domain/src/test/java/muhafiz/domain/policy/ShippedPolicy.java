package muhafiz.domain.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The policy that ships with the archive, for tests. */
public final class ShippedPolicy {
    private static final String YAML = load(Path.of("..", "..", "config", "policy.yaml"));
    private static final Policy POLICY = PolicyFile.read(YAML);

    private ShippedPolicy() {}

    public static String yaml() {
        return YAML;
    }

    public static Policy read() {
        return POLICY;
    }

    private static String load(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
