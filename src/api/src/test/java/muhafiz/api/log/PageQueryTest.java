package muhafiz.api.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.OptionalLong;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageQueryTest {
    private static PageQuery of(String name, String value) {
        var query = new MultivaluedHashMap<String, String>();
        query.putSingle(name, value);
        return PageQuery.of(query);
    }

    @Test
    void aPageBeginsAfterAnEntry() {
        assertThat(of("after", "0")).isEqualTo(new PageQuery(OptionalLong.of(0), 100));
        assertThat(of("after", "-1")).isEqualTo(new PageQuery(OptionalLong.of(-1), 100));
        assertThat(of("limit", "500")).isEqualTo(new PageQuery(OptionalLong.empty(), 500));
        assertThat(of("purpose", "P-OVERSIGHT")).isEqualTo(new PageQuery(OptionalLong.empty(), 100));
    }

    @ParameterizedTest
    @CsvSource({
        "after, -2",
        "after, x",
        "after, 9999999999999999999",
        "limit, 0",
        "limit, -1",
        "limit, 501",
        "limit, ''"
    })
    void whatIsNoPlaceOrSizeIsMalformed(String name, String value) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> of(name, value))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.MALFORMED));
    }

    @Test
    void aFilterThatIsNotKnownIsNotIgnored() {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> of("subject", "x"));
    }
}
