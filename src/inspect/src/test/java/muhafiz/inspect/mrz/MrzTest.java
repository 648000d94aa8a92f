package muhafiz.inspect.mrz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The specimens are those of ICAO Doc 9303, parts 4 to 7; the last is one of them with a wrong digit. */
class MrzTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final List<String> PASSPORT =
            List.of("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10");

    record Specimen(String type, List<String> lines, boolean isValid) {}

    static Stream<Specimen> specimens() throws IOException {
        try (InputStream in = Objects.requireNonNull(MrzTest.class.getResourceAsStream("specimens.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .skip(1)
                            .map(line -> line.split("\t", -1))
                            .map(cells -> new Specimen(
                                    cells[0], Arrays.asList(cells[1].split("\\|", -1)), Boolean.parseBoolean(cells[2])))
                            .toList()
                            .stream();
        }
    }

    static Stream<Specimen> validSpecimens() throws IOException {
        return specimens().filter(Specimen::isValid);
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void theStandardsSpecimensAreRead(Specimen specimen) {
        Mrz zone = Mrz.of(specimen.lines()).orElseThrow();

        assertThat(zone.format().code().replace("-", "")).isEqualTo(specimen.type());
        assertThat(zone.failing().isEmpty()).isEqualTo(specimen.isValid());
        assertThat(zone.surname()).isEqualTo("ERIKSSON");
        assertThat(zone.givenNames()).isEqualTo("ANNA MARIA");
        assertThat(zone.issuer()).isEqualTo("UTO");
        assertThat(zone.sex()).isEqualTo("F");
        assertThat(zone.isNameCut()).isFalse();
        assertThat(zone.isOfKnownStates()).as("Utopia is no state").isFalse();
    }

    @Test
    void aPassportSaysWhoseItIsAndUntilWhen() {
        Mrz zone = Mrz.of(PASSPORT).orElseThrow();

        assertThat(zone.documentCode()).isEqualTo("P");
        assertThat(zone.documentNumber()).isEqualTo("L898902C3");
        assertThat(zone.nationality()).isEqualTo("UTO");
        assertThat(zone.birthDate(TODAY)).contains(LocalDate.of(1974, 8, 12));
        assertThat(zone.expiryDate(TODAY)).contains(LocalDate.of(2012, 4, 15));
        assertThat(zone.optionalData()).isEqualTo("ZE184226B");
    }

    /** Of every checked character of every format: another one is noticed by the digits that guard it. */
    @ParameterizedTest
    @MethodSource("validSpecimens")
    void noCheckedCharacterIsBrokenUnnoticed(Specimen specimen) {
        for (int line = 0; line < specimen.lines().size(); line++) {
            for (int at : checked(specimen.type(), line)) {
                char[] broken = specimen.lines().get(line).toCharArray();
                broken[at] = broken[at] == '<' ? '1' : next(broken[at]);
                List<String> lines = new ArrayList<>(specimen.lines());
                lines.set(line, new String(broken));

                assertThat(Mrz.of(lines).orElseThrow().failing())
                        .as("%s line %s character %s", specimen.type(), line + 1, at + 1)
                        .isNotEmpty();
            }
        }
    }

    private static char next(char c) {
        return c >= 'A' ? (c == 'Z' ? 'A' : (char) (c + 1)) : (char) ('0' + (c - '0' + 1) % 10);
    }

    /** Places that a check digit guards, and those of the digits themselves, from 0. */
    private static List<Integer> checked(String type, int line) {
        BitSet places = new BitSet();
        if (type.equals("TD1") && line == 0) {
            places.set(5, 15);
        } else if (type.equals("TD1") && line == 1) {
            places.set(0, 7);
            places.set(8, 15);
            places.set(29);
        } else if (!type.equals("TD1") && line == 1) {
            places.set(0, 10);
            places.set(13, 20);
            places.set(21, 28);
            if (type.equals("TD3")) {
                places.set(28, 44);
            } else if (type.equals("TD2")) {
                places.set(35);
            }
        }
        return places.stream().boxed().toList();
    }

    /** ICAO Doc 9303-5 §4.2.2, note j: D23145890734 of a card, whose number is too long for its field. */
    @Test
    void aLongNumberGoesOnInTheOptionalData() {
        Mrz zone = Mrz.of(List.of(
                        "I<UTOD23145890<7349<<<<<<<<<<<",
                        "3407127M9507122UTO<<<<<<<<<<<2",
                        "STEVENSON<<PETER<JOHN<<<<<<<<<"))
                .orElseThrow();

        assertThat(zone.documentNumber()).isEqualTo("D23145890734");
        assertThat(zone.failing()).isEmpty();
        assertThat(zone.birthDate(TODAY)).contains(LocalDate.of(1934, 7, 12));
    }

    @Test
    void unknownDatesAreNone() {
        Mrz zone = Mrz.of(List.of(PASSPORT.get(0), "L898902C36UTO<<<<<<0F9902304ZE184226B<<<<<10"))
                .orElseThrow();

        assertThat(zone.birthDate(TODAY)).isEmpty();
        assertThat(zone.expiryDate(TODAY)).isEmpty();
    }

    @Test
    void aZoneIsFoundAmongOtherLines() {
        List<String> page = List.of(
                "REPUBLIC OF UTOPIA",
                "P<UTO  ERIKSSON«ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
                "L898902C3 6 UTO7408122F1204159ZE184226B<<<<<10",
                "page 2");

        assertThat(MrzText.find(page).orElseThrow().failing()).isEmpty();
        assertThat(MrzText.find(List.of("REPUBLIC OF UTOPIA", "page 2"))).isEmpty();
    }

    /** The first five as ICAO Doc 9303-3 §6 and its appendix B write them. */
    @ParameterizedTest
    @CsvSource({
        "Eriksson,ERIKSSON,true",
        "Müller,MUELLER,true",
        "Müller,MULLER,true",
        "Müller,MUXXLLER,true",
        "ابو بكر محمد بن زكريا الرازي,ABW BKR MXHMD BN ZKRYA ALRAZY,true",
        "فاطمة,FATXMXAH,false",
        "فاطمة,FAXTTMXAH,true",
        "فاطمة,FAXTTMXTA,true",
        "Əliyev,ELIYEV,true",
        "Əliyev,ALIYEV,true",
        "Doğan,DOGAN,true",
        "Şahin,SAHIN,true",
        "Yılmaz,YILMAZ,true",
        "İnönü,INOENUE,true",
        "Щербакова,SHCHERBAKOVA,true",
        "Юлия,IULIIA,true",
        "Юлия,YULIYA,true",
        "Юлия,JULIA,false",
        "Ivanov,IVANOVA,false",
        "Ivanova,IVANOV,false",
        "O'Connor,OCONNOR,true",
        "Garcia-Lopez,GARCIA LOPEZ,true",
        "Garcia,GARCIA LOPEZ,false"
    })
    void namesMatchTheirTransliterationAlone(String written, String read, boolean isSame) {
        String field = "P<AZE" + read.replace(' ', '<') + "<<A";
        Mrz zone = Mrz.of(List.of(field + "<".repeat(44 - field.length()), PASSPORT.get(1)))
                .orElseThrow();

        assertThat(MrzNames.isSurname(written, zone)).contains(isSame);
    }

    @ParameterizedTest
    @CsvSource({
        "Anna,true",
        "Anna Maria,true",
        "ANNA-MARIA,true",
        "Anna Mar,false",
        "Ann,false",
        "Maria,false",
        "Anna Maria Luisa,false"
    })
    void fewPeopleWriteAllTheirGivenNames(String written, boolean isSame) {
        assertThat(MrzNames.areGivenNames(written, Mrz.of(PASSPORT).orElseThrow()))
                .contains(isSame);
    }

    /** ICAO Doc 9303-4 §4.2.3: what does not fit is cut. */
    @Test
    void cutNamesMatchAsFarAsTheyGo() {
        Mrz zone = Mrz.of(List.of("P<UTONILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K", PASSPORT.get(1)))
                .orElseThrow();

        assertThat(zone.isNameCut()).isTrue();
        assertThat(MrzNames.areGivenNames("Chayapa Dejthamrong Krasuang", zone)).contains(true);
        assertThat(MrzNames.areGivenNames("Chayapa Dejthamrong Paul", zone)).contains(false);
        assertThat(MrzNames.isSurname("Nilavadhanananda", zone)).contains(true);
    }

    @Test
    void lettersWithoutTransliterationAreNotCompared() {
        assertThat(MrzNames.isSurname("Παπαδόπουλος", Mrz.of(PASSPORT).orElseThrow()))
                .isEmpty();
    }
}
