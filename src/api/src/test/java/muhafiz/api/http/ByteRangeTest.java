package muhafiz.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of RFC 9110 §14.1.2 (a representation of 10,000 bytes) and §14.4 (of 1,234 bytes). */
class ByteRangeTest {
    private static ByteRange of(String field, long length) {
        return ByteRange.of(Optional.of(field), length);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-499, 0, 500", // the first 500 bytes
        "bytes=500-999, 500, 1000", // the second 500 bytes
        "bytes=-500, 9500, 10000", // the final 500 bytes
        "bytes=9500-, 9500, 10000", // the same
        "BYTES=0-0, 0, 1", // range units are case-insensitive
        "bytes=9999-20000, 9999, 10000", // beyond the end is cut off there
        "bytes=-20000, 0, 10000", // a longer suffix is the whole
        "bytes=0-99999999999999999999999, 0, 10000",
        "'bytes=,0-499,', 0, 500", // empty list elements are ignored (§5.6.1.2)
    })
    void oneRangeIsAPart(String field, long from, long toExclusive) {
        assertThat(of(field, 10_000)).isEqualTo(new ByteRange.Part(from, toExclusive));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-0,-1", // the first and last bytes only
                "bytes= 0-999, 4500-5499, -1000",
                "bytes=500-600,601-999",
                "bytes=500-700,601-999",
                "lines=1-2",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=5-2",
                "bytes 0-499",
            })
    void severalRangesAnotherUnitOrNoRangeAtAllIsTheWhole(String field) {
        assertThat(of(field, 10_000)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void noFieldIsTheWhole() {
        assertThat(ByteRange.of(Optional.empty(), 10_000)).isEqualTo(new ByteRange.Whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10000-", "bytes=10000-10001", "bytes=-0", "bytes=99999999999999999999-"})
    void aRangeBeyondTheEndCannotBeSatisfied(String field) {
        assertThat(of(field, 10_000)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 500, bytes 0-499/1234",
        "500, 1000, bytes 500-999/1234",
        "500, 1234, bytes 500-1233/1234",
        "734, 1234, bytes 734-1233/1234",
        "42, 1234, bytes 42-1233/1234",
    })
    void aPartNamesItsPlaceInTheWhole(long from, long toExclusive, String contentRange) {
        assertThat(new ByteRange.Part(from, toExclusive).contentRange(1234)).isEqualTo(contentRange);
    }
}
