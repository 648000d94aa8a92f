package muhafiz.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicyFileTest {

    @Test
    void theShippedPolicyLoads() {
        var policy = ShippedPolicy.read();

        assertThat(policy.services()).hasSize(16);
        assertThat(policy.recordClasses()).hasSize(33);
        assertThat(policy.openPoints()).hasSize(39);
    }
}
