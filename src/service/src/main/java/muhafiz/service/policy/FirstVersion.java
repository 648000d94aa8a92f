package muhafiz.service.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import muhafiz.domain.policy.PolicyFile;
import muhafiz.service.config.Settings;

/** {@code policy.yaml} in the configuration folder: the first version, once. */
@ApplicationScoped
class FirstVersion {
    private final Settings settings;

    @Inject
    FirstVersion(Settings settings) {
        this.settings = settings;
    }

    /** Its text. */
    String yaml() {
        Path file = file();
        if (!Files.exists(file)) {
            throw new IllegalStateException("no policy in force: there is no policy.yaml in the configuration folder");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("policy.yaml cannot be read", e);
        }
    }

    /** Whether it is there and none of these; one that cannot be read is none of them. */
    boolean differsFrom(Collection<String> sha256) {
        try {
            return Files.exists(file()) && !sha256.contains(PolicyFile.sha256(Files.readString(file())));
        } catch (IOException unreadable) {
            return true;
        }
    }

    private Path file() {
        return settings.configFolder().resolve("policy.yaml");
    }
}
