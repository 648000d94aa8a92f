package muhafiz.domain.disclosure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody who wants to give something out has said.
 *
 * @param recipient the body, in its own words
 * @param officer its officer who asked
 * @param basis by the contract's member names
 * @param fields that are to leave
 * @param adequacyRecorded whether the named agreement records that what leaves is protected as well there
 */
public record Stated(
        Optional<String> recipient,
        Optional<String> officer,
        Map<String, String> basis,
        Set<String> fields,
        boolean adequacyRecorded) {
    public Stated {
        recipient = recipient.filter(text -> !text.isBlank());
        officer = officer.filter(text -> !text.isBlank());
        basis = new TreeMap<>(basis);
        fields = new TreeSet<>(fields);
    }

    /** A member of the basis; blank counts as not said. */
    public Optional<String> said(String member) {
        return Optional.ofNullable(basis.get(member)).filter(text -> !text.isBlank());
    }

    /** A day among the members of the basis; what is no day counts as not said. */
    Optional<LocalDate> day(String member) {
        try {
            return said(member).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
