package muhafiz.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PadmeTest {
    /**
     * 77 and 84: TestPad of the authors' own implementation (github.com/dedis/purb, purbs/padding_test.go). The others: Algorithm 1 of the PURBs
     * paper worked in Python with floating-point logarithms.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "2, 2",
        "3, 3",
        "8, 8",
        "9, 10",
        "10, 10",
        "11, 12",
        "17, 18",
        "77, 80",
        "84, 88",
        "100, 104",
        "1000, 1024",
        "4096, 4096",
        "4097, 4352",
        "10000, 10240",
        "65537, 67584",
        "300000, 303104",
        "1000000, 1015808",
        "1048577, 1081344",
        "123456789, 123731968",
        "1073741825, 1107296256",
        "1099511640121, 1116691496960"
    })
    void aLengthIsPaddedAsInThePurbsPaper(long length, long padded) {
        assertThat(Padme.length(length)).isEqualTo(padded);
    }

    @Test
    void paddingNeverShortensAndCostsAtMostTwelvePercent() {
        for (long length = 1; length < 1 << 20; length++) {
            long padded = Padme.length(length);
            assertThat(padded >= length && (padded - length) * 100 <= length * 12)
                    .as("length %d became %d", length, padded)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 20, 1L << 24, 1L << 30, 1L << 40, 1L << 50})
    void largeLengthsCostLess(long length) {
        long padded = Padme.length(length + 1);

        assertThat((padded - length) * 100).isLessThan(length * 7);
    }

    @Test
    void aPaddedLengthStaysAsItIs() {
        for (long length = 0; length < 1 << 16; length++) {
            long padded = Padme.length(length);
            assertThat(Padme.length(padded)).isEqualTo(padded);
        }
    }

    /** The point of it: of the million lengths below 1 MiB an observer can tell few hundred apart. */
    @Test
    void fewLengthsAreLeftToTellApart() {
        long left = LongStream.range(0, 1 << 20).map(Padme::length).distinct().count();

        assertThat(left).isLessThan(400);
    }
}
