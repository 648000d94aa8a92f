package muhafiz.domain.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.RefusalGround;
import muhafiz.domain.policy.RequestKind;
import muhafiz.domain.policy.ShippedPolicy;
import org.junit.jupiter.api.Test;

/** What the policy says of requests has its word in the code, and no word of the code is unknown to the policy. */
class NothingIsUnhandledTest {
    private final Policy policy = ShippedPolicy.read();

    @Test
    void everyKindOfRequest() {
        assertThat(policy.requestKinds())
                .extracting(RequestKind::id)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Right.values()).map(Right::id).toList());
    }

    @Test
    void everyOutcome() {
        assertThat(policy.requestKinds().stream().flatMap(kind -> kind.outcomes().stream()))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(RequestOutcome.of(code)).isPresent());
    }

    @Test
    void everyGroundOfARefusalNamesItsLaw() {
        Set<String> known = Stream.of(
                        new Ground.Identity(),
                        new Ground.Crime(),
                        new Ground.Others(),
                        new Ground.StateSecurity(),
                        new Ground.Origin(),
                        new Ground.Retention("", "", Optional.empty()),
                        new Ground.Hold(new UUID(0, 0)),
                        new Ground.ArchiveFund(""),
                        new Ground.Repeat())
                .map(Ground::id)
                .collect(Collectors.toSet());

        assertThat(known).hasSize(Ground.class.getPermittedSubclasses().length);
        assertThat(policy.refusalGrounds()).extracting(RefusalGround::id).containsExactlyInAnyOrderElementsOf(known);
    }
}
