package muhafiz.service.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import org.junit.jupiter.api.Test;

class NewPartyTest {
    @Test
    void aRefusalNamesTheMemberAndNeverItsValue() {
        assertThatThrownBy(() -> new NewParty("applicant", Map.of("birthDate", "yesterday")))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(Refusal.MALFORMED);
                    assertThat(refused.getMessage()).contains("birthDate").doesNotContain("yesterday");
                });
    }

    @Test
    void whatMayNotBeToldOfAPersonIsRefused() {
        assertThatThrownBy(() -> new NewParty("applicant", Map.of("religion", "x")))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.UNKNOWN_MEMBER));
    }

    @Test
    void aPartOutsideTheListIsRefused() {
        assertThatThrownBy(() -> new NewParty("neighbour", Map.of())).isInstanceOf(RefusedException.class);
    }
}
