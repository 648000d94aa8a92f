package muhafiz.crypto.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import muhafiz.crypto.IntegrityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessCodeTest {
    private static final String CODE = "7K2M-0XQ1-9GTB";
    private static final String HASH = AccessCode.hash(CODE.toCharArray());

    @Test
    void aCodeIsTwelveCharactersInGroupsOfFour() {
        assertThat(AccessCode.fresh()).matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}");
    }

    /** 12 characters of an alphabet of 32, each used at each place: 60 bits. */
    @Test
    void aCodeHasSixtyRandomBits() {
        Map<Integer, Set<Character>> seen = new HashMap<>();
        Set<String> codes = new HashSet<>();

        for (int i = 0; i < 2_000; i++) {
            String code = AccessCode.fresh().replace("-", "");
            codes.add(code);
            for (int place = 0; place < code.length(); place++) {
                seen.computeIfAbsent(place, any -> new HashSet<>()).add(code.charAt(place));
            }
        }

        assertThat(codes).hasSize(2_000);
        assertThat(seen)
                .hasSize(12)
                .allSatisfy((place, characters) -> assertThat(characters).hasSize(32));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {CODE, "7k2m-0xq1-9gtb", "7K2M0XQ19GTB", " 7K2M 0XQ1 9GTB ", "7K2M-OXQI-9GTB", "7k2m-oxql-9gtb"})
    void theCodeMatchesHoweverItIsTyped(String typed) {
        assertThat(AccessCode.matches(typed.toCharArray(), HASH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7K2M-0XQ1-9GTC", "7K2M-0XQ1-9GT", "7K2M-0XQ1-9GTB-0", "7K2M-0XQ1-9GTB7K2M", "şifrə", "----"
            })
    void anotherCodeDoesNotMatch(String typed) {
        assertThat(AccessCode.matches(typed.toCharArray(), HASH)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7K2M-0XQ1-9GT", "7K2M-0XQ1-9GTB0", "7K2M-0XQ1-9GTU", "????-????-????"})
    void whatIsNoCodeIsNotHashed(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> AccessCode.hash(typed.toCharArray()));
    }

    /** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, 2 iterations, 1 degree of parallelism. */
    @Test
    void aHashNamesOwaspsParameters() {
        assertThat(HASH).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void theSameCodeIsHashedDifferentlyEachTime() {
        assertThat(AccessCode.hash(CODE.toCharArray())).isNotEqualTo(HASH);
    }

    /** All from the test suite of the reference implementation (P-H-C/phc-winner-argon2, src/test.c). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"
            })
    void aHashOfTheReferenceImplementationMatches(String phc) {
        assertThat(Argon2id.matches("password".getBytes(US_ASCII), phc)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=99999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void aStoredHashThatIsNoneIsBrokenEvidence(String phc) {
        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() -> AccessCode.matches(CODE.toCharArray(), phc));
    }
}
