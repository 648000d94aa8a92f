package muhafiz.service.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What would be due on a day, as far as events are known now.
 *
 * @param classes those of which something is due
 * @param stopped the first of those documents that a hold or a restriction would keep, one for each obstacle, by end and id
 * @param waiting what is on the review list, because the event that ends it has not happened or is not known
 */
public record Foreseen(
        LocalDate asOf, int policyVersion, List<OfClass> classes, List<Stopped> stopped, List<Waiting> waiting) {
    /** How many obstacles are listed at most. */
    public static final int MOST = 1000;

    /**
     * What is due of one class.
     *
     * @param isConfirmed whether somebody with authority stands behind the period; else it may propose, never destroy
     * @param earliest the earliest end among them
     * @param held how many of them a hold keeps
     * @param restricted how many of them a restriction keeps
     */
    public record OfClass(
            String recordClass,
            String disposal,
            boolean isConfirmed,
            LocalDate earliest,
            long due,
            long held,
            long restricted) {}

    /**
     * A document in conflict: its end is due, and something stands against it.
     *
     * @param by the hold's or the restriction's id
     * @param since when the restriction was imposed
     */
    public record Stopped(UUID document, String rule, LocalDate end, String byRule, UUID by, Optional<Instant> since) {}

    /** How many documents of a class wait for an event. */
    public record Waiting(String recordClass, String event, long documents) {}
}
