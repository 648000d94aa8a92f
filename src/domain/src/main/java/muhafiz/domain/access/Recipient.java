package muhafiz.domain.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muhafiz.domain.policy.Prohibition.PersonCountry;

/**
 * To whom something would go, and the countries of the person it is about.
 *
 * @param country of the recipient, in the spelling the person's countries use; empty where it has none
 * @param isForeign whether it is abroad or international
 * @param personsCountries what is known of the person; every one of them counts
 */
public record Recipient(Optional<String> country, boolean isForeign, Map<PersonCountry, Set<String>> personsCountries) {
    public Recipient {
        personsCountries = Map.copyOf(personsCountries);
    }

    /** Whether its country is, or for want of knowledge may be, one of the person's by these attributes. */
    boolean mayBeOfPersonsCountry(Set<PersonCountry> attributes) {
        if (!isForeign) {
            return false;
        }
        return country.isEmpty()
                || attributes.stream()
                        .anyMatch(attribute -> personsCountries
                                .getOrDefault(attribute, Set.of())
                                .contains(country.get()));
    }
}
