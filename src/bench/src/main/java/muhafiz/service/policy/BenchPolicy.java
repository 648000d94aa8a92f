package muhafiz.service.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.PolicyFile;
import muhafiz.stand.Checkout;

/** One policy, in force for good. */
public final class BenchPolicy {
    private BenchPolicy() {}

    /** The shipped one. */
    public static Policy shipped() throws IOException {
        return PolicyFile.read(
                Files.readString(Checkout.find().root().resolve("config").resolve("policy.yaml")));
    }

    @SuppressWarnings("NullAway") // no version is looked for
    public static PolicyInForce inForce(Policy policy) {
        return new PolicyInForce(null, null, null, InstantSource.system()) {
            @Override
            public Policy policy() {
                return policy;
            }
        };
    }
}
