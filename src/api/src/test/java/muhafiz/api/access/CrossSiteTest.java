package muhafiz.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Origins as RFC 6454 §6.2 and §7.1 write them. */
class CrossSiteTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, 127.0.0.1:8080, false",
        "https://Archive.example, archive.example, false",
        "https://archive.example, archive.example:8080, true",
        "https://www.archive.example, archive.example, true",
        "null, archive.example, true",
        "http://a b, archive.example, true",
        "'', archive.example, true",
    })
    void onlyThisHostIsNotForeign(String origin, String host, boolean foreign) {
        assertThat(CrossSite.isForeign(Optional.of(origin), host)).isEqualTo(foreign);
    }

    @Test
    void whoSendsNoOriginIsNoBrowsersPage() {
        assertThat(CrossSite.isForeign(Optional.empty(), "archive.example")).isFalse();
    }
}
