package muhafiz.domain.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A rule that held, or holds, for a while.
 *
 * @param until empty where the end is not known; then it is not active
 */
public record Overlay(
        String id,
        LocalDate from,
        Optional<LocalDate> until,
        boolean isActive,
        List<Part.Fields> changes,
        Footing footing) {
    public Overlay {
        changes = List.copyOf(changes);
        if (isActive && until.isEmpty()) {
            throw new IllegalArgumentException("an active overlay has an end");
        }
        if (until.filter(end -> end.isBefore(from)).isPresent()) {
            throw new IllegalArgumentException("an overlay ends before it begins");
        }
    }

    /** The partner that alone receives applications for this service in person while it holds; empty where it says nothing of that. */
    Optional<String> receptionOf(String service) {
        return changes.stream()
                .filter(change -> change.words("services").contains(service))
                .flatMap(change -> change.words("reception_only").stream())
                .findFirst();
    }

    public boolean holdsOn(LocalDate day) {
        return isActive
                && !day.isBefore(from)
                && until.filter(end -> day.isAfter(end)).isEmpty();
    }
}
