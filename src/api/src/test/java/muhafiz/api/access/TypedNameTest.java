package muhafiz.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples of RFC 7617: §2, §2.1. */
class TypedNameTest {
    @ParameterizedTest
    @CsvSource({
        "QWxhZGRpbjpvcGVuIHNlc2FtZQ==, Aladdin",
        "dGVzdDoxMjPCow==, test",
        "Tm9Db2xvbg==, ''",
        "Om9ubHk=, ''",
        "'***', ''",
    })
    void theNameStandsBeforeTheFirstColon(String credentials, String name) {
        assertThat(TypedName.name(credentials)).isEqualTo(name);
    }
}
