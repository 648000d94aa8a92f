package muhafiz.domain.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is sought, or known, as far as they were named.
 *
 * @param surname as written, in any script
 * @param givenNames as written, a father's name perhaps among them; empty where it is not said
 * @param born as {@code 1990-04-17}
 * @param nationality a country's code
 */
public record NamedPerson(String surname, String givenNames, Optional<String> born, Optional<String> nationality) {
    private static final int SURNAMES = 2;
    private static final int GIVEN_NAMES = 3;

    /** The surname's words as written that count. */
    List<String> surnames() {
        return Folding.apart(surname).stream().limit(SURNAMES).toList();
    }

    List<String> given() {
        return Folding.apart(givenNames).stream().limit(GIVEN_NAMES).toList();
    }

    /**
     * What two persons share whose names are spellings of one another: surname and a given name, in either order; surname and day of
     * birth; given name and day of birth. Coarse: sharing one is a reason to compare, no more.
     */
    public Set<String> soundKeys() {
        Set<String> family = new LinkedHashSet<>();
        surnames().forEach(word -> family.addAll(Sounds.ofSurname(word)));
        Set<String> own = new LinkedHashSet<>();
        given().forEach(word -> own.addAll(Sounds.ofGiven(word)));
        Set<String> keys = new TreeSet<>();
        family.forEach(surname -> own.forEach(name -> keys.add(inOrder(surname, name))));
        born.ifPresent(day -> family.forEach(surname -> keys.add("family " + surname + " " + day)));
        born.ifPresent(day -> own.forEach(name -> keys.add("given " + name + " " + day)));
        return keys;
    }

    private static String inOrder(String one, String other) {
        return one.compareTo(other) <= 0 ? one + "+" + other : other + "+" + one;
    }

    /** Folded surname and day of birth; empty where one of them is missing. */
    public Optional<String> exactKey() {
        String folded = String.join(" ", Folding.words(surname));
        return born.filter(day -> !folded.isEmpty()).map(day -> folded + " " + day);
    }
}
