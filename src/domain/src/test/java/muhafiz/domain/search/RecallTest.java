package muhafiz.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many of those who are written otherwise are found, and found near the top. Surnames and given names as common in Azerbaijan. */
class RecallTest {
    private static final long SEED = 20261122;
    private static final int PERSONS = 600;
    private static final int SHOWN = 20;
    private static final double PROMISED = 0.95;

    private static final List<String> SURNAMES = List.of(
            "Məmmədov",
            "Əliyev",
            "Həsənov",
            "Hüseynov",
            "Quliyev",
            "Hacıyev",
            "Rəsulov",
            "Süleymanov",
            "Musayev",
            "Abbasov",
            "Babayev",
            "Vəliyev",
            "Orucov",
            "İsmayılov",
            "İbrahimov",
            "Cəfərov",
            "Əhmədov",
            "Kərimov",
            "Rəhimov",
            "Mustafayev",
            "Bayramov",
            "Nəbiyev",
            "Qasımov",
            "Xəlilov",
            "Səfərov",
            "Novruzov",
            "Şükürov",
            "Çobanov",
            "Ağayev",
            "Yusifov",
            "Zeynalov",
            "Talıbov",
            "Rzayev",
            "Sadıqov",
            "Əsgərov",
            "Əzizov",
            "Muradov",
            "Paşayev",
            "Tağıyev",
            "Göyüşov",
            "Əfəndiyev",
            "Şirinov",
            "Cabbarov",
            "Fərzəliyev",
            "Namazov",
            "Nağıyev",
            "Bağırov",
            "Ələkbərov",
            "Xudaverdiyev",
            "İsgəndərov");

    private static final List<String> GIVEN = List.of(
            "Əli",
            "Vəli",
            "Heydər",
            "İlham",
            "Aynur",
            "Günel",
            "Leyla",
            "Nigar",
            "Sevinc",
            "Elçin",
            "Rauf",
            "Kamran",
            "Fərid",
            "Orxan",
            "Tural",
            "Elnur",
            "Xəlil",
            "Cavid",
            "Rəşad",
            "Samir",
            "Yusif",
            "Zaur",
            "Murad",
            "Nərgiz",
            "Gülnarə",
            "Fatimə",
            "Zəhra",
            "Çingiz",
            "Şahin",
            "Qədir",
            "Məhəmməd",
            "Hüseyn",
            "Həsən",
            "İbrahim",
            "İsmayıl",
            "Novruz",
            "Ramil",
            "Vüqar",
            "Ülviyyə",
            "Aysel");

    private record Written(NamedPerson person, Set<String> keys) {
        Written(NamedPerson person) {
            this(person, person.soundKeys());
        }
    }

    private final Random chance = new Random(SEED);
    private final List<Written> office = persons();

    @ParameterizedTest
    @EnumSource
    void ninetyFiveOfAHundredAreFoundHoweverTheyAreWritten(Spelling spelling) {
        List<String> missed = new ArrayList<>();
        for (Written known : office) {
            NamedPerson sought = respelled(known.person(), spelling);
            if (!isFound(sought, known)) {
                missed.add(known.person().surname() + " " + known.person().givenNames() + " as " + sought.surname()
                        + " " + sought.givenNames());
            }
        }
        double recall = 1 - (double) missed.size() / office.size();
        System.out.printf(
                Locale.ROOT,
                "recall of %s (seed %d): %.4f; missed: %s%n",
                spelling,
                SEED,
                recall,
                missed.stream().distinct().limit(40).toList());

        assertThat(recall).isGreaterThanOrEqualTo(PROMISED);
    }

    @Test
    void aNameBringsFewCandidatesThatAreAnothers() {
        double candidates = office.stream()
                .limit(300)
                .mapToLong(one -> office.stream()
                        .filter(other -> share(one.keys(), other.keys()))
                        .count())
                .average()
                .orElseThrow();

        assertThat(candidates / PERSONS).isLessThan(0.02);
    }

    /** By name, and in one of two searches by the day of birth too. */
    private NamedPerson respelled(NamedPerson known, Spelling spelling) {
        return new NamedPerson(
                spelled(known.surname(), spelling),
                spelled(known.givenNames(), spelling),
                known.born().filter(day -> chance.nextBoolean()),
                Optional.empty());
    }

    private String spelled(String name, Spelling spelling) {
        return spelling.of(name.toLowerCase(Locale.forLanguageTag("az")), chance);
    }

    /** Among the best; whoever is exactly as alike as the last shown might be shown too. */
    private boolean isFound(NamedPerson sought, Written known) {
        Set<String> keys = sought.soundKeys();
        if (!share(keys, known.keys())) {
            return false;
        }
        List<Double> ranks = office.stream()
                .filter(one -> share(keys, one.keys()))
                .map(one -> Likeness.of(sought, one.person()).orElse(0.0))
                .sorted(Comparator.reverseOrder())
                .limit(SHOWN)
                .toList();
        return Likeness.of(sought, known.person()).orElse(0.0) >= ranks.get(ranks.size() - 1);
    }

    private static boolean share(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }

    private List<Written> persons() {
        return chance.ints(PERSONS, 0, SURNAMES.size())
                .mapToObj(SURNAMES::get)
                .map(surname -> new Written(new NamedPerson(
                        chance.nextBoolean() ? surname : surname + "a",
                        GIVEN.get(chance.nextInt(GIVEN.size())),
                        Optional.of("%04d-%02d-%02d"
                                .formatted(1950 + chance.nextInt(60), 1 + chance.nextInt(12), 1 + chance.nextInt(28))),
                        Optional.empty())))
                .collect(Collectors.toList());
    }
}
