package muhafiz.service.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import muhafiz.crypto.UnavailableException;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.PolicyFile;
import muhafiz.service.config.Settings;
import org.jspecify.annotations.Nullable;

/** The one policy that is obeyed now. Safe for all threads. */
@ApplicationScoped
public class PolicyInForce {
    private final Settings settings;
    private final AtomicReference<@Nullable Policy> inForce = new AtomicReference<>();

    @Inject
    PolicyInForce(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads {@code policy.yaml}; called once, at start.
     *
     * @throws muhafiz.domain.policy.PolicyRefused with every problem and its line
     */
    public void begin() {
        Path file = settings.configFolder().resolve("policy.yaml");
        if (!Files.exists(file)) {
            throw new IllegalStateException("no policy in force: there is no policy.yaml in the configuration folder");
        }
        try {
            inForce.set(PolicyFile.read(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("policy.yaml cannot be read", e);
        }
    }

    /** @throws UnavailableException {@code no-policy-in-force} */
    public Policy policy() {
        Policy policy = inForce.get();
        if (policy == null) {
            throw new UnavailableException("no-policy-in-force", Duration.ofSeconds(30));
        }
        return policy;
    }
}
