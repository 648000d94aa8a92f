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

    public boolean holdsOn(LocalDate day) {
        return isActive
                && !day.isBefore(from)
                && until.filter(end -> day.isAfter(end)).isEmpty();
    }
}
