package muhafiz.domain.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected: the table in Winkler, "The State of Record Linkage and Current Research Problems", 1999. */
class JaroWinklerTest {
    @ParameterizedTest
    @CsvSource({
        "SHACKLEFORD, SHACKELFORD, 0.982",
        "DUNNINGHAM, CUNNIGHAM, 0.896",
        "NICHLESON, NICHULSON, 0.956",
        "JONES, JOHNSON, 0.832",
        "MASSEY, MASSIE, 0.933",
        "ABROMS, ABRAMS, 0.922",
        "MARHTA, MARTHA, 0.961",
        "MICHELLE, MICHAEL, 0.921",
        "JULIES, JULIUS, 0.933",
        "TANYA, TONYA, 0.880",
        "DWAYNE, DUANE, 0.840"
    })
    void spellingsAreAsAlikeAsPublished(String one, String other, double alike) {
        assertThat(JaroWinkler.similarity(one, other)).isCloseTo(alike, within(0.0011));
        assertThat(JaroWinkler.similarity(other, one)).isCloseTo(alike, within(0.0011));
    }
}
