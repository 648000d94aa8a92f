package muhafiz.domain.disclosure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was agreed with a body that gets something regularly.
 *
 * @param id as the office numbers it
 * @param version counted from 1
 * @param fields the only ones that may leave; kinds of documents among them are the only documents that may
 * @param adequacy why what leaves is protected as well there, where that was looked at
 */
public record Agreement(
        String id,
        int version,
        String body,
        Legal legal,
        Set<String> fields,
        Validity validity,
        Optional<String> adequacy) {
    public Agreement {
        fields = new TreeSet<>(fields);
        if (body.isBlank() || fields.isEmpty()) {
            throw new IllegalArgumentException("an agreement names a body and at least one field");
        }
    }

    /** By what law, and what for. */
    public record Legal(String act, String article, String purpose) {}

    /** @param until the last day; empty where none was agreed */
    public record Validity(LocalDate from, Optional<LocalDate> until) {
        public Validity {
            if (until.filter(from::isAfter).isPresent()) {
                throw new IllegalArgumentException("an agreement ends after it begins");
            }
        }
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(validity.from())
                && validity.until().filter(day::isAfter).isEmpty();
    }

    /** Those of the wanted fields that were not agreed. */
    public Set<String> beyond(Set<String> wanted) {
        Set<String> rest = new TreeSet<>(wanted);
        rest.removeAll(fields);
        return rest;
    }
}
