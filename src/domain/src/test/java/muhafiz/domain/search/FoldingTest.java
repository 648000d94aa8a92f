package muhafiz.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected: ICAO Doc 9303-3, 8th edition, §6 tables A and B; for Ə the names as Azerbaijani passports print them. */
class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "Əliyev, ALIYEV",
        "İLHAM, ILHAM",
        "Qızılgül, QIZILGUL",
        "Çağrı, CAGRI",
        "Şükür, SUKUR",
        "Öztürk, OZTURK",
        "Ærø, AERO",
        "Müßig, MUSSIG",
        "Łukasz, LUKASZ",
        "Þór, THOR",
        "Nuñez, NUNEZ",
        "Ĳsbrand, IJSBRAND"
    })
    void latinLettersAreThoseOfTableA(String name, String folded) {
        assertThat(Folding.words(name)).containsExactly(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "Щербаков, SHCHERBAKOV",
        "Юлия, IULIIA",
        "Цветкова, TSVETKOVA",
        "Хрущёв, KHRUSHCHEV",
        "Жуков, ZHUKOV",
        "Подъячев, PODIACHEV",
        "Гүлҹаһан, GULJAHAN",
        "Әһмәдов, AHMADOV"
    })
    void cyrillicLettersAreThoseOfTableB(String name, String folded) {
        assertThat(Folding.words(name)).containsExactly(folded);
    }

    @Test
    void aDecomposedNameIsTheComposedOne() {
        assertThat(Folding.words("S\u0327u\u0308ku\u0308r")).isEqualTo(Folding.words("Şükür"));
    }

    @Test
    void sonOfAndDaughterOfAreNoNames() {
        assertThat(Folding.words("Əli Vəli oğlu")).containsExactly("ALI", "VALI");
        assertThat(Folding.words("Лейла Вели кызы")).containsExactly("LEILA", "VELI");
        assertThat(Folding.words("Oğlu")).containsExactly("OGLU");
    }

    @Test
    void anApostropheStandsInsideAWordAHyphenBetweenTwo() {
        assertThat(Folding.words("O'Neill-Smith")).containsExactly("ONEILL", "SMITH");
    }

    @Test
    void numbersAndAddressesAreComparedWithoutWhatPeopleTypeBetween() {
        assertThat(Folding.number(" c 0123-4567 ")).isEqualTo("C01234567");
        assertThat(Folding.number("7k2m0xq")).isEqualTo("7K2M0XQ");
        assertThat(Folding.address(" Aynur@Example.ORG ")).isEqualTo("aynur@example.org");
    }

    @Test
    void whatHasNoLetterHasNoWords() {
        assertThat(Folding.words(" - 12 ")).isEmpty();
    }
}
