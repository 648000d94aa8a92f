package muhafiz.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ArchivePropertiesTest {
    @Test
    void aKeyNobodyKnowsIsRefusedByName() {
        assertThatThrownBy(() -> with("bodies.opne", "3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bodies.opne");
    }

    @Test
    void aKeyThatIsNotGivenHasItsDefault() {
        ArchiveProperties properties = with("bodies.open", " 3 ");

        assertThat(properties.count("bodies.open")).isEqualTo(3);
        assertThat(properties.span("orphans.grace")).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aValueThatIsNoneIsRefusedWithItsKey() {
        assertThatThrownBy(() -> with("bodies.open", "0").count("bodies.open")).hasMessageContaining("bodies.open");
        assertThatThrownBy(() -> with("bodies.open", "many").count("bodies.open"))
                .hasMessageContaining("bodies.open");
        assertThatThrownBy(() -> with("log.batch", "PT0S").span("log.batch")).hasMessageContaining("log.batch");
    }

    private static ArchiveProperties with(String key, String value) {
        Properties given = new Properties();
        given.setProperty(key, value);
        return new ArchiveProperties(given);
    }
}
