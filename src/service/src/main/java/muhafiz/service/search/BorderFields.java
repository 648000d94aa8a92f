package muhafiz.service.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The least that a border unit needs to know of a hit: which measure, of which unit, since when, and whether this is the person.
 *
 * @param recordClass the measure, as the policy's class
 * @param since the day it was opened (UTC)
 * @param person by the contract's member names, of {@link #SHOWN} those that are known
 */
public record BorderFields(String recordClass, String unit, LocalDate since, Map<String, String> person) {
    /** What is shown of a person; neither addresses nor contacts nor anybody else's part. */
    static final List<String> SHOWN = List.of("surname", "givenNames", "birthDate", "nationality", "documentNumber");

    public BorderFields {
        Map<String, String> least = new TreeMap<>(person);
        least.keySet().retainAll(SHOWN);
        person = Map.copyOf(least);
    }
}
