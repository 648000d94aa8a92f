package muhafiz.domain.document;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a medical officer says of a certificate, and all that a case officer learns of it (requirements, OF-5).
 *
 * @param until the last day on which it is valid; given exactly where it is valid
 */
public record Validity(boolean isValid, Optional<LocalDate> until) {
    public Validity {
        if (isValid != until.isPresent()) {
            throw new IllegalArgumentException("what is valid is valid until a day, and nothing else is");
        }
    }

    public static Validity until(LocalDate day) {
        return new Validity(true, Optional.of(day));
    }

    public static Validity none() {
        return new Validity(false, Optional.empty());
    }
}
