package muhafiz.domain.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of document and what the archive takes as one.
 *
 * @param formats media types taken, by content
 * @param maxBytes the largest that is taken
 * @param takesAnyQuarantined whether other formats are stored too, in quarantine until a person has looked
 * @param recordClass beats the class of the service it comes with
 * @param otherSubjects roles of further persons it speaks of
 * @param needsMrz whether a machine-readable zone must be found
 * @param validityMarginDays how many days it must still be valid when it is brought; 0 where the policy says nothing
 * @param showsCaseOfficer the only fields a case officer sees; none means no such limit
 * @param due by when it must have come, such as {@code before_card}; empty where an application is not complete without it
 * @param producedByService whether the office makes it and nobody uploads it
 */
public record DocumentKind(
        String id,
        Names names,
        Set<String> formats,
        long maxBytes,
        boolean takesAnyQuarantined,
        List<String> categories,
        List<String> special,
        Optional<String> recordClass,
        List<String> otherSubjects,
        boolean needsMrz,
        int validityMarginDays,
        List<String> showsCaseOfficer,
        Optional<String> due,
        boolean producedByService,
        Footing footing) {
    public DocumentKind {
        formats = Set.copyOf(formats);
        categories = List.copyOf(categories);
        special = List.copyOf(special);
        otherSubjects = List.copyOf(otherSubjects);
        showsCaseOfficer = List.copyOf(showsCaseOfficer);
        if (formats.isEmpty() || maxBytes < 1) {
            throw new IllegalArgumentException("a kind needs a format and a size of at least one byte");
        }
        for (var format : formats) {
            if (!format.matches("[a-z]+/[a-z0-9.+-]+")) {
                throw new IllegalArgumentException("no media type: " + format);
            }
        }
    }

    /** Whether an application that asks for this kind is complete only once it has come. */
    public boolean isConditionOfCompleteness() {
        return due.isEmpty();
    }

    /** Whether a document of this detected type is taken without quarantine. */
    public boolean takes(String mediaType) {
        return formats.contains(mediaType);
    }
}
