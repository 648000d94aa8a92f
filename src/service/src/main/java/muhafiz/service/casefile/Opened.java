package muhafiz.service.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A case that was opened.
 *
 * @param accessCode shown this once; the archive keeps only its hash
 * @param decideBy the last day for the decision; empty where the service has no term, or the calendar is missing (a warning)
 */
public record Opened(
        String number,
        String accessCode,
        Optional<LocalDate> decideBy,
        List<ChecklistLine> checklist,
        List<String> warnings) {}
