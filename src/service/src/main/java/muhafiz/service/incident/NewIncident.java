package muhafiz.service.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is known when an incident is opened.
 *
 * @param from the first moment at which it may have happened
 * @param to the first moment at which it no longer could
 * @param concerns what is looked for in the log
 */
public record NewIncident(
        Instant noticedAt, Instant from, Instant to, Concerns concerns, Optional<String> description) {
    /**
     * Entries that touch any of these things, and, where an account is named, are its own.
     *
     * @param cases numbers of applications
     * @param account whose acts are looked for; alone, all of them
     */
    public record Concerns(Set<UUID> documents, Set<String> cases, Set<UUID> subjects, Optional<String> account) {
        public Concerns {
            documents = Set.copyOf(documents);
            cases = Set.copyOf(cases);
            subjects = Set.copyOf(subjects);
        }

        boolean isNothing() {
            return isNoThing() && account.isEmpty();
        }

        /** Whether only an account is named. */
        boolean isNoThing() {
            return documents.isEmpty() && cases.isEmpty() && subjects.isEmpty();
        }
    }
}
