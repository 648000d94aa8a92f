package muhafiz.service.casefile;

import java.util.Map;
import java.util.Optional;
import muhafiz.domain.search.NamedPerson;

/** What a party's fields say of the person, by the contract's member names. */
public final class PartyFields {
    private PartyFields() {}

    /** Empty names where none are told, as of a company. */
    public static NamedPerson person(Map<String, String> fields) {
        return new NamedPerson(
                fields.getOrDefault("surname", ""),
                fields.getOrDefault("givenNames", ""),
                value(fields, "birthDate"),
                value(fields, "nationality"));
    }

    static Optional<String> value(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
