package muhafiz.domain.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/** The policy that ships with the archive, for tests; while mutants are tried, {@link #read} gives the mutant. */
public final class ShippedPolicy {
    private static final String YAML = load(Path.of("..", "..", "config", "policy.yaml"));
    private static final Policy POLICY = PolicyFile.read(YAML);
    private static final AtomicReference<Policy> READ = new AtomicReference<>(POLICY);

    private ShippedPolicy() {}

    /** The file as shipped, whatever is being tried. */
    public static String yaml() {
        return YAML;
    }

    public static Policy read() {
        return READ.get();
    }

    /** Gives the tests another policy for as long as they run; one trial at a time. */
    public static void onTrial(Policy other, Runnable tests) {
        READ.set(other);
        try {
            tests.run();
        } finally {
            READ.set(POLICY);
        }
    }

    private static String load(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
