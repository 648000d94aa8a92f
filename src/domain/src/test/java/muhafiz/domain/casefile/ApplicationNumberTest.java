package muhafiz.domain.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApplicationNumberTest {
    /** The worked example of Damm's thesis, as the public descriptions of the algorithm give it: 572 has the check digit 4. */
    @Test
    void theCheckDigitIsDamms() {
        ApplicationNumber number = ApplicationNumber.fromDigits("00000000572");

        assertThat(number.digits()).isEqualTo("000000005724");
    }

    @Test
    void everySingleWrongDigitIsFound() {
        String right = ApplicationNumber.fromDigits("84710264931").digits();

        for (int i = 0; i < right.length(); i++) {
            for (char wrong = '0'; wrong <= '9'; wrong++) {
                if (wrong != right.charAt(i)) {
                    String typed = right.substring(0, i) + wrong + right.substring(i + 1);
                    assertThat(ApplicationNumber.parse(typed)).as(typed).isEmpty();
                }
            }
        }
    }

    @Test
    void everySwapOfUnlikeNeighboursIsFound() {
        String right = ApplicationNumber.fromDigits("84710264931").digits();

        for (int i = 0; i + 1 < right.length(); i++) {
            if (right.charAt(i) != right.charAt(i + 1)) {
                String typed = right.substring(0, i) + right.charAt(i + 1) + right.charAt(i) + right.substring(i + 2);
                assertThat(ApplicationNumber.parse(typed)).as(typed).isEmpty();
            }
        }
    }

    @Test
    void aNumberIsReadAsPeopleTypeIt() {
        ApplicationNumber number = ApplicationNumber.fromDigits("84710264931");

        assertThat(ApplicationNumber.parse(number.toString())).contains(number);
        assertThat(ApplicationNumber.parse(number.digits())).contains(number);
        assertThat(ApplicationNumber.parse(number.toString().replace('-', ' '))).contains(number);
        assertThat(ApplicationNumber.parse("passport")).isEmpty();
    }
}
