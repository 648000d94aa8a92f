package muhafiz.domain.document;

import java.util.Locale;
import java.util.Set;

/** Where a document stands; its code is the lower-case name. No state is reached without a log entry. */
public enum DocumentState {
    RECEIVED,
    INSPECTED,
    ACCEPTED,
    REFUSED,
    QUARANTINED,
    DESTROYED,
    TRANSFERRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DocumentState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The states that may follow this one. */
    public Set<DocumentState> next() {
        return switch (this) {
            case RECEIVED -> Set.of(INSPECTED, ACCEPTED, REFUSED, QUARANTINED, DESTROYED, TRANSFERRED);
            case INSPECTED, ACCEPTED, REFUSED, QUARANTINED ->
                Set.of(INSPECTED, ACCEPTED, REFUSED, QUARANTINED, DESTROYED, TRANSFERRED);
            case DESTROYED, TRANSFERRED -> Set.of();
        };
    }
}
