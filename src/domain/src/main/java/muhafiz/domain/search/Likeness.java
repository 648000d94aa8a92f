package muhafiz.domain.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How alike a sought person and a known one are, from 0 to 1; only what was asked for counts. */
public final class Likeness {
    private static final double SURNAME = 0.45;
    private static final double GIVEN = 0.3;
    private static final double BORN = 0.2;
    private static final double NATIONALITY = 0.05;

    /** Of two words that sound alike and are spelled in scripts that cannot be compared letter by letter. */
    private static final double SOUNDS_ALIKE = 0.8;

    private static final double NEARLY_BORN = 0.6;

    private Likeness() {}

    /** Empty where they share no key: a token may have met another by chance. */
    public static Optional<Double> of(NamedPerson sought, NamedPerson known) {
        Set<String> keys = known.soundKeys();
        if (sought.soundKeys().stream().noneMatch(keys::contains)) {
            return Optional.empty();
        }
        return Optional.of(Math.max(compare(sought, known), compare(turned(sought), known)));
    }

    /** Surname and given names are often told in the other order. */
    private static NamedPerson turned(NamedPerson person) {
        return person.givenNames().isEmpty()
                ? person
                : new NamedPerson(
                        /* surname= */ person.givenNames(),
                        /* givenNames= */ person.surname(),
                        person.born(),
                        person.nationality());
    }

    private static double compare(NamedPerson sought, NamedPerson known) {
        double weight = SURNAME;
        double sum = SURNAME * best(sought.surnames(), known.surnames(), Sounds::ofSurname);
        if (!sought.givenNames().isEmpty()) {
            weight += GIVEN;
            sum += GIVEN * best(sought.given(), known.given(), Sounds::ofGiven);
        }
        if (sought.born().isPresent()) {
            weight += BORN;
            sum += BORN * born(sought.born().get(), known.born());
        }
        if (sought.nationality().isPresent()) {
            weight += NATIONALITY;
            sum += NATIONALITY * (sought.nationality().equals(known.nationality()) ? 1 : 0);
        }
        return sum / weight;
    }

    /** Of each sought word the known word most like it, on average. */
    private static double best(List<String> sought, List<String> known, Function<String, Set<String>> sounds) {
        return sought.stream()
                .mapToDouble(one -> known.stream()
                        .mapToDouble(other -> alike(one, other, sounds))
                        .max()
                        .orElse(0))
                .average()
                .orElse(0);
    }

    private static double alike(String one, String other, Function<String, Set<String>> sounds) {
        double spelled = Folding.spellings(one).stream()
                .flatMapToDouble(mine ->
                        Folding.spellings(other).stream().mapToDouble(theirs -> JaroWinkler.similarity(mine, theirs)))
                .max()
                .orElse(0);
        boolean soundsAlike = sounds.apply(one).stream().anyMatch(sounds.apply(other)::contains);
        return soundsAlike ? Math.max(SOUNDS_ALIKE + spelled * (1 - SOUNDS_ALIKE), spelled) : spelled;
    }

    /** The same day; or the same year with day and month exchanged or one of them other. */
    private static double born(String sought, Optional<String> known) {
        if (known.isEmpty()) {
            return 0;
        }
        if (known.get().equals(sought)) {
            return 1;
        }
        String[] one = sought.split("-", -1);
        String[] other = known.get().split("-", -1);
        boolean near = one[0].equals(other[0])
                && (one[1].equals(other[1])
                        || one[2].equals(other[2])
                        || (one[1].equals(other[2]) && one[2].equals(other[1])));
        return near ? NEARLY_BORN : 0;
    }
}
