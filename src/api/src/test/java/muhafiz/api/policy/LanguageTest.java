package muhafiz.api.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        "'da, en-gb;q=0.8, en;q=0.7', en", // RFC 9110 §12.5.4
        "ru-RU, ru", // RFC 4647 §3.4: shortened until found
        "az-Latn-AZ, az",
        "'en;q=0.5, ru;q=0.9', ru",
        "'fr, de', az",
        "*, az",
        "'en;q=2', az",
        "'', az",
    })
    void theBestSpokenLanguageIsTaken(String wanted, String spoken) {
        assertThat(Language.of(Optional.of(wanted))).isEqualTo(spoken);
    }

    @Test
    void whoWantsNothingIsToldInAzerbaijani() {
        assertThat(Language.of(Optional.empty())).isEqualTo("az");
    }
}
