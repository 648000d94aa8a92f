package muhafiz.domain.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spellings as newspapers, passports and encyclopaedias print them of well-known bearers of these names. */
class NamedPersonTest {
    @ParameterizedTest
    @CsvSource({
        "Məmmədov, Əli, Mamedov, Ali",
        "Məmmədov, Əli, Mammadova, Aliya",
        "Məmmədov, Əli, Мамедов, Али",
        "Məmmədov, Əli, محمدوف, علی",
        "Əliyev, Heydər, Алиев, Гейдар",
        "Əliyev, Heydər, Aliyev, Heydar",
        "Əliyev, Heydər, علی‌اف, حیدر",
        "Hüseynov, Cəfər, Гусейнов, Джафар",
        "Hüseynov, Cəfər, Huseynov, Jafar",
        "Hüseynov, Cəfər, Guseinov, Dzhafar",
        "Hüseynov, Cəfər, حسینوف, جعفر",
        "Quliyev, Şahin, Кулиев, Шахин",
        "Quliyev, Şahin, Guliyev, Shahin",
        "Quliyev, Şahin, QULIYEV, SAHIN",
        "Qasımov, Xəlil, Касумов, Халил",
        "Qasımov, Xəlil, Gasimov, Khalil",
        "Qasımov, Xəlil, قاسموف, خلیل",
        "Çingizov, Yusif, Чингизов, Юсиф",
        "Çingizov, Yusif, CINGIZOV, YUSIF",
        "Ağayeva, Fatimə, Агаев, فاطمه",
        "Rəhimov, Novruz, رحیموف, نوروز",
        "Əhmədov, İbrahim, Ахмедов, Ибрагим",
        "Alexandrov, Maxim, Александров, Максим",
        "Həsənov, Əziz, Гасанов, Азиз",
        "Həsənov, Əziz, Khasanov, Asis"
    })
    void spellingsOfOneNameShareAKey(String surname, String given, String otherSurname, String otherGiven) {
        assertThat(named(surname, given).soundKeys())
                .containsAnyElementsOf(named(otherSurname, otherGiven).soundKeys());
    }

    @ParameterizedTest
    @CsvSource({
        "Məmmədov, Əli, Quliyev, Əli",
        "Məmmədov, Əli, Məmmədov, Kamran",
        "Kərimov, Rauf, Rəhimov, Rauf",
        "Abbasov, Elçin, Babayev, Elçin"
    })
    void otherNamesShareNone(String surname, String given, String otherSurname, String otherGiven) {
        assertThat(named(surname, given).soundKeys())
                .doesNotContainAnyElementsOf(named(otherSurname, otherGiven).soundKeys());
    }

    @Test
    void surnameAndGivenNameInTheOtherOrderShareAKey() {
        assertThat(named("Əli", "Məmməd").soundKeys())
                .containsAnyElementsOf(named("Məmməd", "Əli").soundKeys());
    }

    @Test
    void aSurnameThatWasChangedIsFoundByGivenNameAndDayOfBirth() {
        NamedPerson before = new NamedPerson("Səfərova", "Aynur", Optional.of("1990-04-17"), Optional.empty());
        NamedPerson after = new NamedPerson("Bağırlı", "Aynur", Optional.of("1990-04-17"), Optional.empty());

        assertThat(before.soundKeys()).containsAnyElementsOf(after.soundKeys());
    }

    @Test
    void theExactKeyIsFoldedSurnameAndDay() {
        NamedPerson upper = new NamedPerson("ƏLİYEV", "", Optional.of("1990-04-17"), Optional.empty());
        NamedPerson lower = new NamedPerson("əliyev", "İlqar", Optional.of("1990-04-17"), Optional.empty());

        assertThat(upper.exactKey()).contains("ALIYEV 1990-04-17").isEqualTo(lower.exactKey());
        assertThat(named("Əliyev", "İlqar").exactKey()).isEmpty();
    }

    @Test
    void theMoreAlikeIsRankedHigher() {
        NamedPerson sought = new NamedPerson("Мамедов", "Али", Optional.of("1990-04-17"), Optional.of("AZE"));
        NamedPerson same = new NamedPerson("Məmmədov", "Əli", Optional.of("1990-04-17"), Optional.of("AZE"));
        NamedPerson exchanged = new NamedPerson("Əli", "Məmmədov", Optional.of("1990-04-17"), Optional.of("AZE"));
        NamedPerson younger = new NamedPerson("Məmmədov", "Əli", Optional.of("2001-01-02"), Optional.of("AZE"));
        NamedPerson longer = new NamedPerson("Mədətov", "Alı", Optional.of("1971-01-02"), Optional.of("TUR"));

        List<Double> ranks = List.of(same, exchanged, younger, longer).stream()
                .map(known -> Likeness.of(sought, known).orElse(0.0))
                .toList();

        assertThat(ranks.get(0))
                .isCloseTo(ranks.get(1), within(0.01))
                .isGreaterThan(ranks.get(2))
                .isLessThanOrEqualTo(1);
        assertThat(ranks.get(2)).isGreaterThan(ranks.get(3));
    }

    @Test
    void whoSharesNoKeyIsNotAlikeAtAll() {
        assertThat(Likeness.of(named("Məmmədov", "Əli"), named("Quliyev", "Rauf")))
                .isEmpty();
    }

    private static NamedPerson named(String surname, String given) {
        return new NamedPerson(surname, given, Optional.empty(), Optional.empty());
    }
}
